package org.yiban.backpay.arrears;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.kernel.BusinessTime;
import org.yiban.ledger.CollectionOrders;
import org.yiban.ledger.CollectionState;
import org.yiban.ledger.Settlement;
import org.yiban.person.FictitiousPerson;
import org.yiban.person.IdentityNumber;
import org.yiban.person.People;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;

/** The steps of employers' arrears, as the demo staff of several pools take them over HTTP. */
@Component
@Lazy
public class ArrearsSteps {

    static final LocalDate TODAY = LocalDate.now(BusinessTime.ZONE);
    static final YearMonth NOW = YearMonth.from(TODAY);
    static final Map<String, String> CONFIRM = Map.of("decision", "CONFIRM");

    private static final String NAME = "虚构·欠缴";
    private static final AtomicInteger UNITS =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(10_000_000));
    private static final Map<String, String> STAFF = Map.of("220100", "cc", "211200", "tl", "371500", "lc");

    private final ApiClient api;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final CollectionOrders collections;
    private final People people;
    private final TransactionTemplate transaction;

    ArrearsSteps(
            ApiClient api,
            TaskService tasks,
            RuntimeService runtime,
            ManagementService management,
            CollectionOrders collections,
            People people,
            TransactionTemplate transaction) {
        this.api = api;
        this.tasks = tasks;
        this.runtime = runtime;
        this.management = management;
        this.collections = collections;
        this.people = people;
        this.transaction = transaction;
    }

    /** A fresh, valid code of a fictitious employer. */
    public static String unitCode() {
        String front = "91389900MA%07d".formatted(UNITS.getAndIncrement() % 10_000_000);
        return front + UnitCode.checkCharacter(front);
    }

    /** Somebody with months that the employer did not pay. */
    static Map<String, Object> row(IdentityNumber number, YearMonth from, YearMonth to, String wage) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("identityNumber", number.value());
        row.put("name", NAME);
        row.put("from", from.toString());
        row.put("to", to.toString());
        row.put("wage", wage);
        return row;
    }

    /** Arrears of an employer of a pool for one person: the three months before this one. */
    static Map<String, Object> application(String pool, String ground) {
        return application(
                pool, ground, List.of(row(FictitiousPerson.man(), NOW.minusMonths(3), NOW.minusMonths(1), "5000.00")));
    }

    static Map<String, Object> application(String pool, String ground, List<Map<String, Object>> people) {
        Map<String, Object> application = new LinkedHashMap<>();
        application.put("unitName", "虚构·欠费公司");
        application.put("unitCode", unitCode());
        application.put("pool", pool);
        application.put("ground", ground);
        application.put("accountType", "POOLED_WITH_ACCOUNT");
        application.put("payOn", TODAY.toString());
        application.put("people", people);
        return application;
    }

    Answer register(String user, Map<String, ?> application, String key) {
        return api.post(user, "/api/arrears", application, "Idempotency-Key", key);
    }

    /** Puts the people of arrears on record whose numbers are valid; nobody else is anybody's arrears. */
    @SuppressWarnings("unchecked")
    <T extends Map<String, ?>> T known(T application) {
        ((List<Map<String, String>>) application.get("people"))
                .forEach(row -> people.putOnRecord(IdentityNumber.parse("number", row.get("identityNumber")), NAME));
        return application;
    }

    /** Registers arrears of people, who are put on record first, and returns the case number. */
    String registered(Map<String, ?> application) {
        known(application);
        Answer answer = register(
                "clerk" + STAFF.get((String) application.get("pool")),
                application,
                UUID.randomUUID().toString());
        return done(answer, 201).text("caseNumber");
    }

    /** Reviews it with what people state: fact → value. */
    Answer review(String number, Map<String, String> stated) {
        List<Map<String, String>> corrections = new ArrayList<>();
        stated.forEach((name, value) -> corrections.add(Map.of("name", name, "value", value, "reason", "税务核定单")));
        return post("review", number, "review", Map.of("decision", "CONFIRM", "corrections", corrections));
    }

    Answer approve(String number) {
        return post("approve", number, "approval", CONFIRM);
    }

    Answer post(String role, String number, String step, Map<String, ?> body) {
        return postAs(role + STAFF.get(number.substring(2, 8)), number, step, body);
    }

    Answer postAs(String user, String number, String step, Map<String, ?> body) {
        return api.post(user, "/api/arrears/tasks/" + task(number).getId() + "/" + step, body);
    }

    /** Finance says how money went back. */
    Answer moneyReturned(String number) {
        return api.post(
                "finance" + STAFF.get(number.substring(2, 8)),
                "/api/arrears/tasks/" + task(number + "/money").getId() + "/money",
                Map.of("note", "原路退回，回单 8 号"));
    }

    Answer seniorDecides(String number, Map<String, ?> results) {
        return api.post(
                "super" + STAFF.get(number.substring(2, 8)),
                "/api/referrals/tasks/" + task(number + "/referral").getId() + "/decision",
                Map.of("results", results, "reason", "按实际用工", "basis", "本市经办规程"));
    }

    /** The employer objects to what it was told. */
    Answer object(String number) {
        return api.post(
                "clerk" + STAFF.get(number.substring(2, 8)),
                "/api/arrears/" + number + "/objection",
                Map.of("filedOn", TODAY.toString(), "grounds", "人已在别处参保"));
    }

    /** A supervisor, the first or the second, decides on an objection. */
    Answer decideObjection(String number, String decision, boolean second) {
        String user = "super" + STAFF.get(number.substring(2, 8)) + (second ? "2" : "");
        return postAs(user, number, "objection", Map.of("decision", decision, "reason", "有劳动合同"));
    }

    /** What the tax bureau says of an order. */
    Settlement.Effect taxBureau(String number, int order, CollectionState state, String amount, String receipt) {
        return taxBureau(number, order, state, amount, receipt, receipt == null ? null : TODAY);
    }

    /** The same of money that came on a day. */
    Settlement.Effect taxBureau(
            String number, int order, CollectionState state, String amount, String receipt, LocalDate receivedOn) {
        return transaction.execute(status ->
                collections.settle(number + "/arrears/" + order, state, new BigDecimal(amount), receipt, receivedOn));
    }

    void termIsOver(String number) {
        management.executeJob(management
                .createJobQuery()
                .activityId("catch_arrearsTermOver")
                .processInstanceId(instance(number))
                .singleResult()
                .getId());
    }

    void everyTimerRings(String number) {
        management
                .createJobQuery()
                .processInstanceId(instance(number))
                .timers()
                .list()
                .forEach(timer -> management.executeJob(timer.getId()));
    }

    private String instance(String number) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .singleResult()
                .getId();
    }

    JsonNode view(String number) {
        return done(api.get("review" + STAFF.get(number.substring(2, 8)), "/api/arrears/" + number), 200)
                .body();
    }

    Answer get(String user, String number) {
        return api.get(user, "/api/arrears/" + number);
    }

    /** The one open task of a process; {@code null} if there is none. */
    Task task(String businessKey) {
        return tasks.createTaskQuery().processInstanceBusinessKey(businessKey).singleResult();
    }

    String step(String number) {
        Task task = task(number);
        return task == null ? null : task.getTaskDefinitionKey();
    }

    static Answer done(Answer answer, int status) {
        if (answer.status() != status) {
            throw new AssertionError(answer.toString());
        }
        return answer;
    }
}
