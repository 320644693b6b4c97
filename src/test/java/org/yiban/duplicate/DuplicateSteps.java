package org.yiban.duplicate;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.duplicate.EnrolledTwice.Twice;
import org.yiban.exchange.Exchange;
import org.yiban.kernel.BusinessTime;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;

/** The steps of clearing up relations that stand twice, as the demo staff of several pools take them over HTTP. */
@Component
@Lazy
public class DuplicateSteps {

    static final Map<String, String> CONFIRM = Map.of("decision", "CONFIRM");
    static final Map<String, String> RETURN = Map.of("decision", "RETURN", "reason", "证明看不清");
    private static final Map<String, String> STAFF = Map.of("220100", "cc", "211200", "tl", "371500", "lc");

    private final ApiClient api;
    private final TaskService tasks;
    private final Exchange exchange;
    private final JdbcClient jdbc;

    DuplicateSteps(ApiClient api, TaskService tasks, Exchange exchange, JdbcClient jdbc) {
        this.api = api;
        this.tasks = tasks;
        this.exchange = exchange;
        this.jdbc = jdbc;
    }

    static Map<String, Object> application(Twice twice, String pool) {
        Map<String, Object> application = new LinkedHashMap<>();
        application.put("identityNumber", twice.identityNumber());
        application.put("name", twice.name());
        application.put("pool", pool);
        application.put("foundOn", "2026-01-15");
        return application;
    }

    Answer register(String user, Map<String, ?> application, String key) {
        return api.post(user, "/api/duplicates", application, "Idempotency-Key", key);
    }

    /** Registers two relations that the record shows, and returns the case number. */
    String registered(Twice twice, String pool) {
        return registered(application(twice, pool));
    }

    String registered(Map<String, ?> application) {
        Answer answer = register(
                "clerk" + STAFF.get((String) application.get("pool")),
                application,
                UUID.randomUUID().toString());
        return done(answer, 201).text("caseNumber");
    }

    /** Confirms the facts; what the record does not know is stated as no. */
    Answer confirmFacts(String number) {
        return confirmFacts(number, Map.of());
    }

    /** Confirms the facts, with more fields in the request. */
    Answer confirmFacts(String number, Map<String, ?> more) {
        JsonNode view = view(number);
        Map<String, Object> body = new LinkedHashMap<>(CONFIRM);
        List<Map<String, String>> corrections = new ArrayList<>();
        view.path("openFacts").forEach(fact -> corrections.add(correction(fact.asText(), "false")));
        body.put("corrections", corrections);
        body.putAll(more);
        return post("review", number, "facts", body);
    }

    static Map<String, String> correction(String name, String value) {
        return Map.of("name", name, "value", value, "reason", "本人陈述，见证明");
    }

    static Map<String, String> settlement(String kept, String ending, String on) {
        Map<String, String> body = new LinkedHashMap<>(CONFIRM);
        body.put("kept", kept);
        body.put("on", on);
        body.put("reason", "劳动合同证明就业地");
        if (ending != null) {
            body.put("ending", ending);
        }
        return body;
    }

    Answer settle(String number, String kept, String ending, String on) {
        return post("review", number, "settlement", settlement(kept, ending, on));
    }

    Answer approve(String number) {
        return post("approve", number, "approval", CONFIRM);
    }

    Answer post(String role, String number, String step, Map<String, ?> body) {
        return postAs(role + STAFF.get(number.substring(2, 8)), number, step, body);
    }

    Answer postAs(String user, String number, String step, Map<String, ?> body) {
        return api.post(user, "/api/duplicates/tasks/" + task(number).getId() + "/" + step, body);
    }

    Answer seniorDecides(String number, Map<String, ?> results) {
        return api.post(
                "super" + STAFF.get(number.substring(2, 8)),
                "/api/referrals/tasks/" + task(number + "/referral").getId() + "/decision",
                Map.of("results", results, "reason", "按实际工作地", "basis", "本市经办规程"));
    }

    Answer object(String number) {
        return api.post(
                "clerk" + STAFF.get(number.substring(2, 8)),
                "/api/duplicates/" + number + "/objection",
                Map.of("filedOn", LocalDate.now(BusinessTime.ZONE).toString(), "grounds", "我在另一地工作"));
    }

    JsonNode view(String number) {
        return get("review" + STAFF.get(number.substring(2, 8)), number).body();
    }

    Answer get(String user, String number) {
        return api.get(user, "/api/duplicates/" + number);
    }

    /** Lets messages between pools arrive. */
    void messagesArrive() {
        exchange.moveAll();
    }

    /** The case in which the other pool answers. */
    String counterpartOf(String number) {
        return jdbc.sql("""
                        select c.case_number from yiban.duplicate_case c join yiban.duplicate_case o
                        on o.conversation_id = c.conversation_id where o.case_number = ? and c.counterpart
                        """).param(number).query(String.class).single();
    }

    /** The one open task of a process. */
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
