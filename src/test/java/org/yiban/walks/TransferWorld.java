package org.yiban.walks;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.kernel.BusinessTime;
import org.yiban.partners.Behaviour;
import org.yiban.person.PeopleImport;
import org.yiban.support.ApiClient.Answer;
import org.yiban.support.DirectApi;
import org.yiban.walks.Mover.Person;

/** What people, other agencies and time do to transfers; each act may be refused, none may harm. */
@Component
@Lazy
class TransferWorld {

    private static final int ROUNDS = 60;
    /** After as many rounds in which nothing goes on, what is still open is stuck. */
    private static final int PATIENCE = 3;

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

    private final DirectApi api;
    private final TransferDesk desk;
    private final ManagementService management;
    private final JdbcClient jdbc;
    private final PeopleImport people;
    private final TransferStaff staff;
    private final MessagesOfWalks messages;
    private final TaxBureauOfWalks taxBureau;
    private final CorrectionsOfWalks corrections;
    private final PapersOfWalks papers;
    private final BalancesOfWalks balances;
    private final RunningCases running;
    private final BusinessTime time;

    private final Map<Mover, Person> movers = new LinkedHashMap<>();
    private final Map<String, Mover> registered = new LinkedHashMap<>();
    private final Set<String> objected = new HashSet<>();
    /** Whether a transfer that is not completed yet will turn out to be wrong. */
    private boolean wrong;

    TransferWorld(
            DirectApi api,
            TransferDesk desk,
            ManagementService management,
            JdbcClient jdbc,
            PeopleImport people,
            TransferStaff staff,
            MessagesOfWalks messages,
            TaxBureauOfWalks taxBureau,
            CorrectionsOfWalks corrections,
            PapersOfWalks papers,
            BalancesOfWalks balances,
            RunningCases running,
            BusinessTime time) {
        this.api = api;
        this.desk = desk;
        this.management = management;
        this.jdbc = jdbc;
        this.people = people;
        this.staff = staff;
        this.messages = messages;
        this.taxBureau = taxBureau;
        this.corrections = corrections;
        this.papers = papers;
        this.balances = balances;
        this.running = running;
        this.time = time;
    }

    /** Nobody moves yet. */
    void begin() {
        movers.clear();
        registered.clear();
        objected.clear();
        wrong = false;
        messages.begin();
        taxBureau.begin();
    }

    /** Everything that is under way arrives. */
    void comeToRest() {
        messages.comeToRest();
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
            case REGISTER -> register(Mover.values()[choice % Mover.values().length], null);
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
            case CORRECT -> wrong |= !correct(choice);
            case PAPER -> {
                messages.behave(Behaviour.NEVER);
                String number = one(fromElsewhere(), choice);
                return number == null ? null : paper(move.manner() % 2 == 0 ? "clerk" : "review", number);
            }
            case PAY -> balances.pay(numbers(), choice, move.manner());
            case EXCHANGE -> messages.exchange();
            case TIME -> {
                String timer = one(running.timers(numbers()), choice);
                if (timer != null) {
                    management.executeJob(timer);
                }
            }
            case LATE -> beLate(one(open(), choice));
            case COLLECT -> taxBureau.say(numbers(), choice, move.manner());
            case BEHAVE -> messages.behave(BEHAVIOURS.get(choice % BEHAVIOURS.size()));
        }
        return null;
    }

    /** @param correctsCase the case that this one corrects; {@code null} for none */
    private void register(Mover mover, String correctsCase) {
        Person person = movers.computeIfAbsent(mover, this::putOnRecord);
        Map<String, Object> application = new LinkedHashMap<>();
        application.put("identityNumber", person.number().value());
        application.put("name", person.name());
        application.put("identity", "EMPLOYER");
        application.put("fromRegion", mover.from());
        application.put("toRegion", mover.to());
        application.put("appliedOn", "2026-02-12");
        application.put("correctsCase", correctsCase);
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
            registered.put(answer.text("caseNumber"), mover);
        }
    }

    /** A case corrects one that is completed; {@code false} if none is yet. */
    private boolean correct(int choice) {
        String number = one(corrections.correctable(cases()), choice);
        if (number != null) {
            register(registered.get(number), number);
        }
        return number != null;
    }

    private Answer paper(String post, String number) {
        return papers.record(WalkedCase.user(post, number.substring(2, 8)), number);
    }

    private Person putOnRecord(Mover mover) {
        Person person = mover.newcomer();
        if (person.files() != null) {
            people.load(person.files(), "test", pool -> true);
        }
        return person;
    }

    private void beLate(String number) {
        if (number == null) {
            return;
        }
        running.timersOf(List.of(number), "%eadline%").forEach(management::executeJob);
        jdbc.sql("""
            select t.id_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
            where e.business_key_ = ? || '/supervision'
            """)
                .param(number)
                .query(String.class)
                .list()
                .forEach(task -> api.post(
                        WalkedCase.user("super", number.substring(2, 8)),
                        "/api/sla/supervisions/tasks/" + task,
                        Map.of("done", "已催办")));
    }

    private Answer transfer(int choice, String post, String what, Map<String, ?> body) {
        String number = one(cases(), choice);
        return number == null ? null : desk.act(WalkedCase.user(post, number.substring(2, 8)), number, what, body);
    }

    private Answer object(int choice) {
        String number = one(numbers(), choice);
        // A pool has two supervisors: one who may have decided already, and another.
        if (number == null || number.startsWith("ZC") || objected.contains(number)) {
            return null;
        }
        String path = number.startsWith("CF") ? "/api/duplicates/" : "/api/transfers/";
        Answer answer = api.post(
                WalkedCase.user("clerk", number.substring(2, 8)),
                path + number + "/objection",
                Map.of("filedOn", time.today().toString(), "grounds", "登记有误"));
        if (answer.status() < 300) {
            objected.add(number);
        }
        return answer;
    }

    /**
     * Brings the cases to their ends, and then what corrects them; returns those that could not be brought there, and what
     * was last tried.
     */
    List<String> bringToEnd() {
        List<String> stuck = bringOpenToEnd();
        return stuck.isEmpty() && wrong && correct(0) ? bringOpenToEnd() : stuck;
    }

    /** Everybody is willing; what another agency does not answer comes on paper, and is given up otherwise. */
    private List<String> bringOpenToEnd() {
        Map<String, String> tried = new LinkedHashMap<>();
        int idle = 0;
        int left = 0;
        for (int round = 0; round < ROUNDS && idle < PATIENCE && !open().isEmpty(); round++) {
            boolean goesOn = workAll(tried);
            int stillLeft = messages.comeToRest();
            goesOn |= stillLeft != left;
            left = stillLeft;
            if (!goesOn) {
                idle++;
                for (String number : fromElsewhere()) {
                    if (paper("clerk", number).status() >= 300) {
                        desk.act(
                                WalkedCase.user("clerk", number.substring(2, 8)),
                                number,
                                "withdrawal",
                                Map.of("reason", "对方不答复"));
                    }
                }
            }
        }
        return open().stream().map(number -> number + " " + tried.get(number)).toList();
    }

    /** The cases that wait for an agency elsewhere, which may never answer; those of pools served here always get on. */
    private List<String> fromElsewhere() {
        return jdbc.sql("select case_number from yiban.transfer where from_pool = ? and case_number = any (?)")
                .params(Mover.FROM_ELSEWHERE.from(), cases().toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** Does every open task once, as it usually is done, and collects what is due; returns whether anything was done. */
    private boolean workAll(Map<String, String> tried) {
        boolean done = false;
        for (OpenTask task : openTasks()) {
            Answer answer = staff.work(task, 0);
            done |= answer.status() < 300;
            if (answer.status() >= 400) {
                tried.put(task.owner().split("/")[0], task.step() + " " + answer);
            }
            if (answer.status() >= 500) {
                throw new AssertionError(task + ": " + answer);
            }
        }
        done |= balances.payAll(numbers());
        return taxBureau.payAll(numbers()) || done;
    }

    /** The numbers of the transfers that were applied for. */
    private List<String> cases() {
        return List.copyOf(registered.keySet());
    }

    /** The numbers of all cases of those who move. */
    List<String> numbers() {
        return registered.isEmpty()
                ? List.of()
                : jdbc.sql("""
                    select case_number from yiban.case_file where person_id in (
                        select person_id from yiban.case_file where case_number = any (?)) order by 1
                    """)
                        .param(cases().toArray(String[]::new))
                        .query(String.class)
                        .list();
    }

    private List<String> open() {
        return jdbc.sql("select case_number from yiban.case_file where state = 'OPEN' and case_number = any (?)")
                .param(numbers().toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private List<OpenTask> openTasks() {
        return running.tasks(numbers());
    }

    private static <T> T one(List<T> all, int choice) {
        return all.isEmpty() ? null : all.get(choice % all.size());
    }
}
