package org.yiban.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.yiban.person.IdentityNumber;

/**
 * A refund in Changchun from its application to its payment, taken on by people who look at what is open and do it, as
 * often as it takes: whoever gets no answer looks again.
 */
final class RefundWalk {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAUSE = 50;
    private static final int SECONDS = 240;

    private final CrashingApplication application;
    private final Connection database;
    private final IdentityNumber payer;
    private final String reference;
    private final String submission = UUID.randomUUID().toString();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private String number;

    RefundWalk(CrashingApplication application, Connection database, IdentityNumber payer, String reference) {
        this.application = application;
        this.database = database;
        this.payer = payer;
        this.reference = reference;
    }

    String number() {
        return number;
    }

    String orderKey() {
        return number + "/refund";
    }

    /** Goes on until the application has died where it was told to; it is not started again. */
    void untilItDies() throws Exception {
        goOnUntil(application::hasDied);
    }

    /** Goes on until the case is closed, with an application that runs. */
    void toTheEnd() throws Exception {
        goOnUntil(this::closed);
    }

    private void goOnUntil(Callable<Boolean> done) throws Exception {
        long until = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
        while (!done.call()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("stuck at " + tasks() + ", order " + orderState());
            }
            application.ensureRuns();
            try {
                if (!step()) {
                    Thread.sleep(PAUSE);
                }
            } catch (IOException noAnswer) {
                Thread.sleep(PAUSE);
            }
        }
    }

    /** Does the next thing that a person has to do; returns whether there was one. */
    private boolean step() throws Exception {
        if (number == null) {
            number = post("clerkcc", "/api/refunds", application(), 200, 201)
                    .path("caseNumber")
                    .asText();
            return true;
        }
        Optional<Task> task = tasks().stream().findFirst();
        if (task.isPresent()) {
            return work(task.get());
        }
        if (orderState().equals("OPEN")) {
            post(
                    "financecc",
                    "/api/payments/batches",
                    Map.of("pool", "220100", "orders", List.of(orderKey())),
                    201,
                    409);
            return true;
        }
        return false;
    }

    private boolean work(Task task) throws Exception {
        Map<String, Object> confirm = Map.of("decision", "CONFIRM");
        switch (task.step()) {
            case "userTask_checkFacts" ->
                post(
                        "reviewcc",
                        "/api/refunds/tasks/" + task.id() + "/facts",
                        Map.of("decision", "CONFIRM", "evidence", evidence(), "corrections", List.of()));
            case "userTask_assessRefund" ->
                post("reviewcc", "/api/refunds/tasks/" + task.id() + "/assessment", confirm);
            case "userTask_approveRefund" ->
                post("approvecc", "/api/refunds/tasks/" + task.id() + "/approval", confirm);
            case "userTask_approveBatch" ->
                post("approvecc", "/api/payments/tasks/" + task.id() + "/approval", Map.of("decision", "APPROVE"));
            default -> throw new AssertionError("nobody expected " + task);
        }
        return true;
    }

    private List<String> evidence() throws Exception {
        List<String> codes = new ArrayList<>();
        send(request("reviewcc", "/api/refunds/" + number).GET(), 200)
                .path("evidence")
                .forEach(each -> codes.add(each.path("code").asText()));
        return codes;
    }

    private Map<String, Object> application() {
        return Map.of(
                "identityNumber", payer.value(),
                "name", "虚构·张测试",
                "pool", "220100",
                "reason", "JOINED_EMPLOYEE_SCHEME",
                "paymentReference", reference,
                "requestedOn", "2023-12-20",
                "payee", Map.of("name", "虚构·张测试", "accountNumber", "6222020000000000018", "bankCode", "102241000121"),
                "payeeIs", "SELF");
    }

    /** What was done already (404, 409) is no failure: it is looked at again. */
    private void post(String user, String path, Map<String, Object> body) throws Exception {
        post(user, path, body, 200, 404, 409);
    }

    private JsonNode post(String user, String path, Map<String, Object> body, Integer... expected) throws Exception {
        return send(
                request(user, path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", submission)
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))),
                expected);
    }

    private HttpRequest.Builder request(String user, String path) {
        String login = Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(application.address(path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Basic " + login);
    }

    private JsonNode send(HttpRequest.Builder request, Integer... expected) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (!List.of(expected).contains(answer.statusCode())) {
            throw new AssertionError(answer + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private boolean closed() throws SQLException {
        return number != null
                && text("select state from yiban.case_file where case_number = ?", number)
                        .equals("COMPLETED");
    }

    private String orderState() throws SQLException {
        return text("select state from yiban.payment_order where case_number = ?", number);
    }

    /** The open tasks of the case and of the batches of its order. */
    private List<Task> tasks() throws SQLException {
        List<Task> tasks = new ArrayList<>();
        try (PreparedStatement statement = database.prepareStatement("""
                select t.id_, t.task_def_key_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                where e.business_key_ = ? or e.business_key_ in (select b.batch from yiban.payment_batch_line b
                    join yiban.payment_order o on o.id = b.order_id where o.case_number = ?)
                """)) {
            statement.setString(1, number);
            statement.setString(2, number);
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                tasks.add(new Task(rows.getString(1), rows.getString(2)));
            }
        }
        return tasks;
    }

    private String text(String query, String parameter) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(query)) {
            statement.setString(1, parameter);
            ResultSet row = statement.executeQuery();
            return row.next() ? row.getString(1) : "";
        }
    }

    private record Task(String id, String step) {}
}
