package org.yiban.payment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.exchange.Message;
import org.yiban.exchange.MessageHandler;
import org.yiban.exchange.Party;
import org.yiban.ledger.PaymentOrder;
import org.yiban.payment.files.ResultFiles;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;

/** The steps of a payment batch of Jining, where no treasury is connected, as the demo staff take them over HTTP. */
@Component
@Lazy
public class PaymentSteps {

    public static final String JINING = "370800";

    private final ApiClient api;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final ApplyingResults applying;
    private final List<MessageHandler> handlers;
    private final TransactionTemplate transaction;

    PaymentSteps(
            ApiClient api,
            TaskService tasks,
            RuntimeService runtime,
            ManagementService management,
            ApplyingResults applying,
            List<MessageHandler> handlers,
            TransactionTemplate transaction) {
        this.api = api;
        this.tasks = tasks;
        this.runtime = runtime;
        this.management = management;
        this.applying = applying;
        this.handlers = handlers;
        this.transaction = transaction;
    }

    public Answer drawUp(String user, String pool, List<String> orders) {
        return api.post(user, "/api/payments/batches", Map.of("pool", pool, "orders", orders));
    }

    /** A batch of these orders that waits for approval. */
    public String drawnUp(PaymentOrder... orders) {
        Answer answer = drawUp(
                "financejn", JINING, Stream.of(orders).map(PaymentOrder::key).toList());
        if (answer.status() != 201) {
            throw new AssertionError(answer.toString());
        }
        return answer.text("number");
    }

    /** A batch of these orders whose file was made and handed over. */
    public String left(PaymentOrder... orders) {
        String batch = drawnUp(orders);
        require(task("approvejn", batch, "approval", Map.of("decision", "APPROVE")));
        require(task("financejn", batch, "delivery", Map.of("note", "专人送达")));
        return batch;
    }

    /** Completes the one open task of a batch. */
    public Answer task(String user, String batch, String endpoint, Map<String, ?> body) {
        return api.post(user, "/api/payments/tasks/" + openTask(batch).getId() + "/" + endpoint, body);
    }

    /** Completes the open task of a step. */
    public Answer taskOf(String step, String user, String batch, String endpoint, Map<String, ?> body) {
        String id = tasks.createTaskQuery()
                .processInstanceBusinessKey(batch)
                .taskDefinitionKey(step)
                .singleResult()
                .getId();
        return api.post(user, "/api/payments/tasks/" + id + "/" + endpoint, body);
    }

    public Task openTask(String batch) {
        return tasks.createTaskQuery().processInstanceBusinessKey(batch).singleResult();
    }

    public List<String> openSteps(String batch) {
        return tasks.createTaskQuery().processInstanceBusinessKey(batch).list().stream()
                .map(Task::getTaskDefinitionKey)
                .toList();
    }

    public Answer upload(String user, String batch, byte[] file) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("file:results.csv", file);
        return api.postForm(user, "/api/payments/batches/" + batch + "/results", parts);
    }

    /** Uploads results that must be taken, and brings them into the ledger. */
    public void results(String batch, ResultFiles results) {
        require(upload("financejn", batch, results.csv()));
        applyResults();
    }

    /** Brings the results that wait into the ledger; how many. */
    public int applyResults() {
        return applying.applyAll();
    }

    /** Lets the term of results pass. */
    public void resultsAreLate(String batch) {
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(batch)
                .singleResult()
                .getId();
        String job = management
                .createJobQuery()
                .processInstanceId(instance)
                .timers()
                .singleResult()
                .getId();
        management.executeJob(job);
    }

    /** Lets the treasury of a pool say something that its simulator does not say. */
    public void treasurySays(String pool, String type, Map<String, ?> content) {
        String key = UUID.randomUUID().toString();
        transaction.executeWithoutResult(status -> handlers.stream()
                .filter(handler -> handler.type().equals(type))
                .forEach(handler -> handler.handle(new Message(
                        key,
                        type,
                        Party.partner("treasury"),
                        new Party(pool),
                        UUID.fromString(key),
                        written(content)))));
    }

    private static String written(Map<String, ?> content) {
        try {
            return new ObjectMapper().writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public JsonNode view(String batch) {
        return api.get("financejn", "/api/payments/batches/" + batch).body();
    }

    static Answer require(Answer answer) {
        if (answer.status() != 200) {
            throw new AssertionError(answer.toString());
        }
        return answer;
    }
}
