package org.yiban.walks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.exchange.Exchange;
import org.yiban.exchange.PartnerDelivery;
import org.yiban.kernel.BusinessTime;
import org.yiban.partners.Behaviour;
import org.yiban.partners.RegionSimulator;
import org.yiban.partners.TaxBureauSimulator;
import org.yiban.person.PeopleImport;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;
import org.yiban.walks.Mover.Person;

/** What people, other agencies and time do to transfers; each act may be refused, none may harm. */
@Component
@Lazy
class TransferWorld {

    private static final int ROUNDS = 60;
    /** From this round on, what another agency does not answer is given up. */
    private static final int PATIENCE = 20;

    private static final List<Behaviour> BEHAVIOURS = List.of(
            Behaviour.ANSWER,
            Behaviour.TWICE,
            Behaviour.EARLY,
            Behaviour.LATE,
            Behaviour.NEVER,
            Behaviour.WRONG_DIGEST,
            Behaviour.WRONG_PERSON,
            Behaviour.INVALID,
            Behaviour.REFUSE);

    private final ApiClient api;
    private final ManagementService management;
    private final JdbcClient jdbc;
    private final PeopleImport people;
    private final TransferStaff staff;
    private final Exchange exchange;
    private final PartnerDelivery delivery;
    private final RegionSimulator regions;
    private final TaxBureauSimulator taxBureau;
    private final BusinessTime time;

    private final Map<Mover, Person> movers = new LinkedHashMap<>();
    private final Set<String> registered = new LinkedHashSet<>();

    TransferWorld(
            ApiClient api,
            ManagementService management,
            JdbcClient jdbc,
            PeopleImport people,
            TransferStaff staff,
            Exchange exchange,
            PartnerDelivery delivery,
            RegionSimulator regions,
            TaxBureauSimulator taxBureau,
            BusinessTime time) {
        this.api = api;
        this.management = management;
        this.jdbc = jdbc;
        this.people = people;
        this.staff = staff;
        this.exchange = exchange;
        this.delivery = delivery;
        this.regions = regions;
        this.taxBureau = taxBureau;
        this.time = time;
    }

    /** Nobody moves yet. */
    void begin() {
        movers.clear();
        registered.clear();
        behaveWell();
    }

    private void behaveWell() {
        regions.behaves(Behaviour.ANSWER);
        taxBureau.behaves(Behaviour.ANSWER);
    }

    void make(TransferMove move) {
        Answer answer = act(move);
        if (answer != null && answer.status() >= 500) {
            throw new AssertionError(move + ": " + answer);
        }
    }

    private Answer act(TransferMove move) {
        int choice = move.choice();
        switch (move.act()) {
            case REGISTER -> register(Mover.values()[choice % Mover.values().length]);
            case WORK, WORK_AS_USUAL -> {
                OpenTask task = one(openTasks(), choice);
                boolean usual = move.act() == TransferMove.Act.WORK_AS_USUAL;
                return task == null ? null : staff.work(task, usual ? 0 : move.manner());
            }
            case WITHDRAW -> {
                return transfer(choice, "clerk", "withdrawal", Map.of("reason", "不转了"));
            }
            case DIE -> {
                return transfer(
                        choice, "clerk", "death", Map.of("diedOn", time.today().toString(), "source", "家属来电，死亡证明"));
            }
            case OBJECT -> {
                return object(choice);
            }
            case REOPEN -> {
                return transfer(choice, "super", "reopening", Map.of("reason", "材料补齐"));
            }
            case EXCHANGE -> exchange();
            case TIME -> {
                String timer = one(timers(), choice);
                if (timer != null) {
                    management.executeJob(timer);
                }
            }
            case COLLECT -> {
                Due due = one(due(), choice);
                return due == null ? null : collect(due, move.manner() % 3);
            }
            case BEHAVE -> regions.behaves(BEHAVIOURS.get(choice % BEHAVIOURS.size()));
        }
        return null;
    }

    private void register(Mover mover) {
        Person person = movers.computeIfAbsent(mover, this::putOnRecord);
        Map<String, Object> application = new LinkedHashMap<>();
        application.put("identityNumber", person.number().value());
        application.put("name", person.name());
        application.put("identity", "EMPLOYER");
        application.put("fromRegion", mover.from());
        application.put("toRegion", mover.to());
        application.put("appliedOn", "2026-02-12");
        Answer answer = api.post(
                WalkedCase.user("clerk", mover.to()),
                "/api/transfers",
                application,
                "Idempotency-Key",
                UUID.randomUUID().toString());
        if (answer.status() == 400 || answer.status() >= 500) {
            throw new AssertionError(mover + ": " + answer);
        }
        if (answer.status() < 300) {
            registered.add(answer.text("caseNumber"));
        }
    }

    private Person putOnRecord(Mover mover) {
        Person person = mover.newcomer();
        if (person.files() != null) {
            people.load(person.files(), "test", pool -> true);
        }
        return person;
    }

    private Answer transfer(int choice, String post, String what, Map<String, ?> body) {
        String number = one(new ArrayList<>(registered), choice);
        return number == null
                ? null
                : api.post(
                        WalkedCase.user(post, number.substring(2, 8)), "/api/transfers/" + number + "/" + what, body);
    }

    private Answer object(int choice) {
        String number = one(numbers(), choice);
        if (number == null || number.startsWith("ZC")) {
            return null;
        }
        String path = number.startsWith("CF") ? "/api/duplicates/" : "/api/transfers/";
        return api.post(
                WalkedCase.user("clerk", number.substring(2, 8)),
                path + number + "/objection",
                Map.of("filedOn", time.today().toString(), "grounds", "登记有误"));
    }

    private Answer collect(Due due, int how) {
        BigDecimal amount =
                switch (how) {
                    case 0 -> due.amount();
                    case 1 -> due.amount().divide(BigDecimal.valueOf(2), 2, RoundingMode.DOWN);
                    default -> BigDecimal.ZERO;
                };
        Map<String, String> result = new LinkedHashMap<>();
        result.put("order", due.order());
        result.put("state", List.of("PAID", "PARTLY", "EXPIRED").get(how));
        result.put("amount", amount.toPlainString());
        if (how < 2) {
            result.put("receipt", "SJ-1");
        }
        return api.post(WalkedCase.user("finance", due.pool()), "/api/payments/collections/result", result);
    }

    /** Messages leave, are answered, are heard. */
    void exchange() {
        try {
            for (int i = 0; i < 2; i++) {
                exchange.moveAll();
                delivery.deliverAll().join();
                regions.awaitAnswered();
                taxBureau.awaitAnswered();
            }
            exchange.moveAll();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Everything that is under way arrives. */
    void comeToRest() {
        behaveWell();
        regions.release();
        taxBureau.release();
        for (int i = 0; i < 3; i++) {
            hurry("outbox", "delivered_at");
            hurry("inbox", "handled_at");
            exchange();
        }
    }

    private void hurry(String box, String done) {
        jdbc.sql("update yiban." + box + " set next_attempt_at = now() where " + done
                        + " is null and refused_at is null")
                .update();
    }

    /** Brings the cases to their ends with everybody willing; returns those that could not be, and what was last tried. */
    List<String> bringToEnd() {
        Map<String, String> tried = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS && !open().isEmpty(); round++) {
            for (OpenTask task : openTasks()) {
                Answer answer = staff.work(task, 0);
                if (answer.status() >= 400) {
                    tried.put(task.owner(), task.step() + " " + answer);
                }
                if (answer.status() >= 500) {
                    throw new AssertionError(task + ": " + answer);
                }
            }
            due().forEach(due -> collect(due, 0));
            comeToRest();
            if (round == PATIENCE) {
                for (int i = 0; i < registered.size(); i++) {
                    transfer(i, "clerk", "withdrawal", Map.of("reason", "对方不答复"));
                }
            }
        }
        return open().stream().map(number -> number + " " + tried.get(number)).toList();
    }

    /** The numbers of all cases of those who move. */
    List<String> numbers() {
        return registered.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select case_number from yiban.case_file where person_id in (
                            select person_id from yiban.case_file where case_number = any (?)) order by 1
                        """)
                        .param(registered.toArray(String[]::new))
                        .query(String.class)
                        .list();
    }

    private List<String> open() {
        return jdbc.sql("select case_number from yiban.case_file where state = 'OPEN' and case_number = any (?)")
                .param(numbers().toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** The tasks of the cases and of what goes on beside them, but for those of supervision, which hold up nothing. */
    private List<OpenTask> openTasks() {
        return jdbc.sql("""
                        select t.id_, t.task_def_key_, e.business_key_ from act_ru_task t
                        join act_ru_execution e on e.id_ = t.proc_inst_id_
                        where split_part(e.business_key_, '/', 1) = any (?) and e.business_key_ not like '%/supervision'
                        order by 1
                        """)
                .param(numbers().toArray(String[]::new))
                .query((row, i) -> {
                    String owner = row.getString(3);
                    return new OpenTask(row.getString(1), row.getString(2), owner, owner.substring(2, 8));
                })
                .list();
    }

    private List<String> timers() {
        return jdbc.sql("""
                        select j.id_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
                        where j.type_ = 'timer' and split_part(e.business_key_, '/', 1) = any (?) order by 1
                        """)
                .param(numbers().toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private List<Due> due() {
        return jdbc.sql("""
                        select order_key, pool, amount from yiban.collection_order
                        where case_number = any (?) and state = 'OPEN' order by id
                        """)
                .param(numbers().toArray(String[]::new))
                .query((row, i) -> new Due(row.getString(1), row.getString(2), row.getBigDecimal(3)))
                .list();
    }

    private static <T> T one(List<T> all, int choice) {
        return all.isEmpty() ? null : all.get(choice % all.size());
    }

    private record Due(String order, String pool, BigDecimal amount) {}
}
