package org.yiban.walks;

import com.zaxxer.hikari.HikariDataSource;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.kernel.BusinessTime;
import org.yiban.person.PeopleImport;
import org.yiban.refund.RefundApplicants.Payer;
import org.yiban.refund.RefundSteps;
import org.yiban.support.ApiClient.Answer;
import org.yiban.support.DirectApi;
import org.yiban.walks.Applicant.Newcomer;
import org.yiban.walks.WaitingRefunds.Batch;
import org.yiban.walks.WaitingRefunds.Rest;

/** What people, partners, time and a failing database do to refunds; each act may fail, none may harm. */
@Component
@Lazy
class RefundWorld {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final int ROUNDS = 40;

    private final DirectApi api;
    private final WaitingRefunds waiting;
    private final ManagementService management;
    private final JdbcClient jdbc;
    private final HikariDataSource pool;
    private final PeopleImport people;
    private final RefundStaff staff;
    private final PartnersOfWalks partners;
    private final BusinessTime time;

    private final Map<Applicant, List<Payer>> payers = new EnumMap<>(Applicant.class);
    private final List<WalkedCase> cases = new ArrayList<>();
    private final Set<WalkedCase> objected = new HashSet<>();

    RefundWorld(
            DirectApi api,
            WaitingRefunds waiting,
            ManagementService management,
            JdbcClient jdbc,
            HikariDataSource pool,
            PeopleImport people,
            RefundStaff staff,
            PartnersOfWalks partners,
            BusinessTime time) {
        this.api = api;
        this.waiting = waiting;
        this.management = management;
        this.jdbc = jdbc;
        this.pool = pool;
        this.people = people;
        this.staff = staff;
        this.partners = partners;
        this.time = time;
    }

    /** No case yet. */
    void begin() {
        payers.clear();
        cases.clear();
        objected.clear();
        partners.begin();
    }

    List<WalkedCase> cases() {
        return cases;
    }

    void make(Move move) {
        CompletableFuture<Void> kill = move.kills()
                ? CompletableFuture.runAsync(
                        this::killTransactions,
                        CompletableFuture.delayedExecutor(move.killAfter(), TimeUnit.MILLISECONDS))
                : CompletableFuture.completedFuture(null);
        try {
            Answer answer = act(move.act(), move.choice(), move.kills());
            // A refusal is an answer; a failure is one only where a session was killed.
            if (answer != null && answer.status() >= 500 && !move.kills()) {
                throw new AssertionError(move + ": " + answer);
            }
        } catch (RuntimeException sessionKilled) {
            if (!move.kills()) {
                throw sessionKilled;
            }
        } finally {
            kill.handle((done, failure) -> null).join();
            if (move.kills()) {
                pool.getHikariPoolMXBean().softEvictConnections();
            }
        }
    }

    private Answer act(Move.Act act, int choice, boolean mayFail) {
        switch (act) {
            case REGISTER -> register(Applicant.values()[choice % Applicant.values().length], mayFail);
            case WORK -> {
                OpenTask task = one(waiting.openTasks(cases), choice);
                return task == null ? null : staff.work(task, manner(choice));
            }
            case SEND_BACK -> {
                OpenTask task = one(waiting.openTasks(cases), choice);
                return task == null ? null : staff.sendBack(task);
            }
            case WITHDRAW -> {
                return ofCase(choice, "withdrawal", Map.of("reason", "不退了"));
            }
            case OBJECT -> {
                return object(one(cases, choice));
            }
            case DRAW_UP -> {
                WalkedCase drawn = one(cases, choice);
                return drawn == null ? null : drawUp(drawn.pool());
            }
            case EXCHANGE -> partners.exchange();
            case UPLOAD -> {
                Batch batch = one(waiting.handedOver(cases), choice);
                return batch == null ? null : partners.upload(batch.number(), batch.pool(), manner(choice));
            }
            case COLLECT -> {
                Rest rest = one(waiting.rests(cases), choice);
                return rest == null ? null : collect(rest, manner(choice) % 3);
            }
            case TIME -> {
                String timer = one(waiting.timers(cases), choice);
                if (timer != null) {
                    management.executeJob(timer);
                }
            }
            case BEHAVE -> partners.behave(choice, manner(choice) < 3);
        }
        return null;
    }

    /** Brings the cases to their ends with everybody willing; returns those that could not be, and what was last tried. */
    List<String> bringToEnd() {
        Map<String, String> tried = new LinkedHashMap<>();
        partners.comeToRest();
        for (int round = 0; round < ROUNDS && !waiting.open(cases).isEmpty(); round++) {
            for (OpenTask task : waiting.openTasks(cases)) {
                Answer answer = staff.work(task, 0);
                if (answer.status() >= 500) {
                    throw new AssertionError(task + ": " + answer);
                }
                if (answer.status() >= 400) {
                    staff.sendBack(task);
                    tried.put(task.owner(), task.step() + " " + answer);
                }
            }
            waiting.open(cases).stream().map(WalkedCase::pool).distinct().forEach(this::drawUp);
            waiting.rests(cases).forEach(rest -> collect(rest, 0));
            partners.exchange();
            for (Batch batch : waiting.left(cases)) {
                if (batch.connected()) {
                    partners.uploadWhatTheBankSays(batch.number(), batch.pool());
                } else {
                    partners.upload(batch.number(), batch.pool(), 1);
                }
            }
            partners.exchange();
        }
        return waiting.open(cases).stream()
                .map(each -> each + " " + tried.get(each.number()) + " " + waiting.standing(each))
                .toList();
    }

    /** Messages and answers that are under way arrive. */
    void comeToRest() {
        partners.comeToRest();
    }

    private void register(Applicant applicant, boolean mayFail) {
        List<Payer> known = payers.computeIfAbsent(applicant, this::putOnRecord);
        Payer payer = one(known, cases.size());
        Map<String, Object> application =
                new LinkedHashMap<>(RefundSteps.application(payer, applicant.reason(), applicant.requestedOn()));
        application.put("pool", applicant.pool());
        if (applicant == Applicant.IN_PRISON) {
            application.put("eventOn", "2025-04-02");
            application.put("eventUntil", "2025-06-28");
        }
        String key = UUID.randomUUID().toString();
        for (int attempt = 0; attempt < 3; attempt++) {
            Answer answer = api.post(
                    WalkedCase.user("clerk", applicant.pool()), "/api/refunds", application, "Idempotency-Key", key);
            if (answer.status() < 300) {
                cases.add(new WalkedCase(answer.text("caseNumber"), applicant.pool()));
                return;
            }
            if (answer.status() == 400) {
                throw new AssertionError(applicant + ": " + answer);
            }
            if (answer.status() < 500) {
                return;
            }
            if (!mayFail) {
                throw new AssertionError(answer.toString());
            }
        }
    }

    private List<Payer> putOnRecord(Applicant applicant) {
        Newcomer newcomer = applicant.newcomer(
                "WALK-%d-%06d".formatted(ProcessHandle.current().pid(), NEXT.incrementAndGet()));
        people.load(newcomer.files(), "test", pool -> true);
        return newcomer.payers();
    }

    private Answer ofCase(int choice, String what, Map<String, ?> body) {
        WalkedCase chosen = one(cases, choice);
        return chosen == null
                ? null
                : api.post(chosen.user("clerk"), "/api/refunds/" + chosen.number() + "/" + what, body);
    }

    /** Once a case: a pool has one supervisor who has not decided in it yet. */
    private Answer object(WalkedCase chosen) {
        if (chosen == null || objected.contains(chosen)) {
            return null;
        }
        Answer answer = api.post(
                chosen.user("clerk"),
                "/api/refunds/" + chosen.number() + "/objection",
                Map.of("filedOn", time.today().toString(), "grounds", "我12月就入职了"));
        if (answer.status() < 300 || answer.status() >= 500) {
            objected.add(chosen);
        }
        return answer;
    }

    private Answer drawUp(String pool) {
        return api.post(WalkedCase.user("finance", pool), "/api/payments/batches", Map.of("pool", pool));
    }

    private Answer collect(Rest rest, int how) {
        BigDecimal collected =
                switch (how) {
                    case 0 -> rest.amount();
                    case 1 -> rest.amount().divide(BigDecimal.valueOf(2), 2, RoundingMode.DOWN);
                    default -> BigDecimal.ZERO;
                };
        Map<String, String> result = new LinkedHashMap<>();
        result.put("order", rest.order());
        result.put("state", List.of("PAID", "PARTLY", "EXPIRED").get(how));
        result.put("amount", collected.toPlainString());
        if (how < 2) {
            result.put("receipt", "SJ-1");
        }
        return api.post(WalkedCase.user("finance", rest.pool()), "/api/payments/collections/result", result);
    }

    /** How something is decided, 0 to 9, whatever it is decided about. */
    private static int manner(int choice) {
        return choice / Move.MANNERS % Move.MANNERS;
    }

    private static <T> T one(List<T> all, int choice) {
        return all.isEmpty() ? null : all.get(choice % all.size());
    }

    /** A session that is only being set up would come into the pool as one that is about to end: it is spared. */
    private void killTransactions() {
        jdbc.sql("select pg_terminate_backend(pid) from pg_stat_activity where xact_start is not null and state"
                        + " is not null and query <> '' and query not like 'SET %' and pid <> pg_backend_pid() and"
                        + " backend_type = 'client backend' and datname = current_database()")
                .query()
                .listOfRows();
    }
}
