package org.yiban.walks;

import java.util.ArrayList;
import java.util.HashSet;
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
    private final BusinessTime time;

    private final Map<Mover, Person> movers = new LinkedHashMap<>();
    private final Set<String> registered = new LinkedHashSet<>();
    private final Set<String> objected = new HashSet<>();

    TransferWorld(
            DirectApi api,
            TransferDesk desk,
            ManagementService management,
            JdbcClient jdbc,
            PeopleImport people,
            TransferStaff staff,
            MessagesOfWalks messages,
            TaxBureauOfWalks taxBureau,
            BusinessTime time) {
        this.api = api;
        this.desk = desk;
        this.management = management;
        this.jdbc = jdbc;
        this.people = people;
        this.staff = staff;
        this.messages = messages;
        this.taxBureau = taxBureau;
        this.time = time;
    }

    /** Nobody moves yet. */
    void begin() {
        movers.clear();
        registered.clear();
        objected.clear();
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
            case EXCHANGE -> messages.exchange();
            case TIME -> {
                String timer = one(timers(), choice);
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

    private void beLate(String number) {
        if (number == null) {
            return;
        }
        timers("d.act_id_ like '%eadline%' and e.business_key_ = any (?)", List.of(number))
                .forEach(management::executeJob);
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
        String number = one(new ArrayList<>(registered), choice);
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
     * Brings the cases to their ends with everybody willing, and gives up what another agency does not answer; returns those
     * that could not be brought there, and what was last tried.
     */
    List<String> bringToEnd() {
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
                    desk.act(
                            WalkedCase.user("clerk", number.substring(2, 8)),
                            number,
                            "withdrawal",
                            Map.of("reason", "对方不答复"));
                }
            }
        }
        return open().stream().map(number -> number + " " + tried.get(number)).toList();
    }

    /** The cases that wait for an agency elsewhere, which may never answer; those of pools served here always get on. */
    private List<String> fromElsewhere() {
        return jdbc.sql("select case_number from yiban.transfer where from_pool = ? and case_number = any (?)")
                .params(Mover.FROM_ELSEWHERE.from(), registered.toArray(String[]::new))
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
        return taxBureau.payAll(numbers()) || done;
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
        return timers("split_part(e.business_key_, '/', 1) = any (?)", numbers());
    }

    private List<String> timers(String which, List<String> of) {
        return jdbc.sql("""
                        select j.id_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
                        join act_ru_jobdef d on d.id_ = j.job_def_id_ where j.type_ = 'timer' and %s order by 1
                        """.formatted(which))
                .param(of.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private static <T> T one(List<T> all, int choice) {
        return all.isEmpty() ? null : all.get(choice % all.size());
    }
}
