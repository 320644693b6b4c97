package org.yiban.backpay;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.backpay.AtRetirement.Retiring;
import org.yiban.ledger.CollectionOrders;
import org.yiban.ledger.CollectionState;
import org.yiban.ledger.Settlement.Effect;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;

/** The steps of a retirement as the demo staff take them over HTTP. */
@Component
@Lazy
public class BackpaySteps {

    static final Map<String, String> CONFIRM = Map.of("decision", "CONFIRM");
    static final Map<String, String> RETURN = Map.of("decision", "RETURN", "reason", "凭据看不清");
    private static final Map<String, String> STAFF =
            Map.of("220100", "cc", "211200", "tl", "371500", "lc", "370800", "jn");

    private final ApiClient api;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final CollectionOrders collections;
    private final TransactionTemplate transaction;

    BackpaySteps(
            ApiClient api,
            TaskService tasks,
            RuntimeService runtime,
            ManagementService management,
            CollectionOrders collections,
            TransactionTemplate transaction) {
        this.api = api;
        this.tasks = tasks;
        this.runtime = runtime;
        this.management = management;
        this.collections = collections;
        this.transaction = transaction;
    }

    static Map<String, Object> application(Retiring retiring) {
        Map<String, Object> application = new LinkedHashMap<>();
        application.put("identityNumber", retiring.identityNumber());
        application.put("name", retiring.name());
        application.put("pool", retiring.pool());
        application.put("requestedOn", AtRetirement.TODAY.toString());
        application.put("retirementAgeOn", retiring.reached().toString());
        if (retiring.pool().equals(AtRetirement.CHANGCHUN)) {
            application.put("accountType", "POOLED_WITH_ACCOUNT");
        }
        application.put("pensionStarted", false);
        application.put("applicant", "PERSON");
        return application;
    }

    Answer register(String user, Map<String, ?> application, String key) {
        return api.post(user, "/api/backpays", application, "Idempotency-Key", key);
    }

    /** Registers an application and returns the case's number. */
    String registered(Retiring retiring) {
        return registered(application(retiring));
    }

    String registered(Map<String, ?> application) {
        return done(register(
                        "clerk" + STAFF.get((String) application.get("pool")),
                        application,
                        UUID.randomUUID().toString()))
                .text("caseNumber");
    }

    /** Reviews the years with corrections; what the record does not know is stated as no. */
    Answer review(String number, List<Map<String, ?>> corrections) {
        List<Map<String, ?>> all = new ArrayList<>(corrections);
        view(number).path("openFacts").forEach(fact -> all.add(correction(fact.asText(), closed(fact.asText()))));
        Map<String, Object> body = new HashMap<>(CONFIRM);
        body.put("corrections", all);
        return post("review", number, "years", body);
    }

    private static String closed(String fact) {
        return fact.equals("movedFrom") ? "NONE" : "false";
    }

    static Map<String, String> correction(String name, String value) {
        return Map.of("name", name, "value", value, "reason", "见档案第3页");
    }

    /** Money goes back by a refund to somebody. */
    static Map<String, Object> refundTo(String payee) {
        return Map.of(
                "decision",
                "REFUND",
                "payeeIs",
                payee,
                "payee",
                Map.of("name", "虚构·收款", "accountNumber", "6228480012345678903", "bankCode", "102241000121"));
    }

    /** Registered, reviewed, and confirmed by the applicant. */
    String confirmed(Retiring retiring) {
        String number = registered(retiring);
        done(review(number, List.of()));
        done(confirm(number));
        return number;
    }

    Answer confirm(String number) {
        return post("clerk", number, "confirmation", Map.of("decision", "CONFIRMED"));
    }

    Answer choose(String number, String option) {
        return post("clerk", number, "choice", Map.of("decision", "CHOOSE", "option", option));
    }

    /** The same in instalments. */
    Answer choose(String number, String option, int instalments) {
        return post(
                "clerk", number, "choice", Map.of("decision", "CHOOSE", "option", option, "instalments", instalments));
    }

    /** The key of the first option of a kind. */
    String option(String number, String kind) {
        for (JsonNode option : view(number).path("options")) {
            if (option.path("kind").asText().equals(kind)) {
                return option.path("key").asText();
            }
        }
        throw new AssertionError("no " + kind + " in " + view(number).path("options"));
    }

    /** The applicant pays at once; approved, and ordered. */
    String ordered(Retiring retiring) {
        String number = confirmed(retiring);
        done(choose(number, option(number, "LUMP_SUM")));
        done(post("approve", number, "approval", CONFIRM));
        return number;
    }

    /** What the tax bureau says of an order. */
    Effect taxBureau(String number, int order, CollectionState state, String amount, String receipt, LocalDate on) {
        return transaction.execute(
                status -> collections.settle(number + "/backpay/" + order, state, new BigDecimal(amount), receipt, on));
    }

    Answer seniorDecides(String number, Map<String, ?> results) {
        return api.post(
                "super" + STAFF.get(number.substring(2, 8)),
                "/api/referrals/tasks/" + task(number + "/referral").getId() + "/decision",
                Map.of("results", results, "reason", "参照邻市", "basis", "本市经办规程"));
    }

    /** A senior names a price, or parts of one. */
    Answer seniorQuotes(String number, Map<String, String> price) {
        Map<String, String> results = new HashMap<>(Map.of(
                "outcome",
                "QUOTED",
                "baseKind",
                "LAST_BASE",
                "alternatives",
                "CONTINUE_MONTHLY",
                "accountCredited",
                "true"));
        results.putAll(price);
        return seniorDecides(number, results);
    }

    /** The applicant objects today. */
    Answer object(String number) {
        return onCase(
                "clerk", number, "objection", Map.of("filedOn", AtRetirement.TODAY.toString(), "grounds", "没有说清后果"));
    }

    /** The other supervisor decides on an objection. */
    Answer decideObjection(String number, String decision) {
        return api.post(
                "super" + STAFF.get(number.substring(2, 8)) + "2",
                "/api/backpays/tasks/" + task(number).getId() + "/objection",
                Map.of("decision", decision, "reason", "当时没有讲清"));
    }

    Answer post(String role, String number, String step, Map<String, ?> body) {
        return postAs(role, number, number, step, body);
    }

    /** A step of a process beside the case. */
    Answer beside(String role, String number, String word, String step, Map<String, ?> body) {
        return postAs(role, number, number + "/" + word, step, body);
    }

    private Answer postAs(String role, String number, String businessKey, String step, Map<String, ?> body) {
        return api.post(
                role + STAFF.get(number.substring(2, 8)),
                "/api/backpays/tasks/" + task(businessKey).getId() + "/" + step,
                body);
    }

    /** What is done on the case itself. */
    Answer onCase(String role, String number, String what, Map<String, ?> body) {
        return api.post(role + STAFF.get(number.substring(2, 8)), "/api/backpays/" + number + "/" + what, body);
    }

    JsonNode view(String number) {
        return get("review" + STAFF.get(number.substring(2, 8)), number).body();
    }

    Answer get(String user, String number) {
        return api.get(user, "/api/backpays/" + number);
    }

    Task task(String businessKey) {
        return tasks.createTaskQuery().processInstanceBusinessKey(businessKey).singleResult();
    }

    String step(String number) {
        Task task = task(number);
        return task == null ? null : task.getTaskDefinitionKey();
    }

    /** The timer of an activity rings. */
    void fire(String number, String activity) {
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(instance(number))
                .activityId(activity)
                .singleResult()
                .getId());
    }

    void everyTimerRings(String number) {
        management.createJobQuery().processInstanceId(instance(number)).timers().list().stream()
                .filter(timer -> timer.getJobDefinitionId() != null)
                .forEach(timer -> management.executeJob(timer.getId()));
    }

    private String instance(String number) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .singleResult()
                .getId();
    }

    static Answer done(Answer answer) {
        if (answer.status() >= 300) {
            throw new AssertionError(answer.toString());
        }
        return answer;
    }
}
