package org.yiban.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.ConfigurableApplicationContext;
import org.yiban.access.DemoAccounts;

/** The registrar and the reviewer of 长春, over HTTP. */
final class BulkStaff {

    private static final String CLERK = "clerkcc";
    private static final String APPROVER = "approvecc";
    private static final String JSON = "application/json";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final String address;
    private final TaskService tasks;

    BulkStaff(ConfigurableApplicationContext application) {
        address = "http://localhost:" + application.getEnvironment().getProperty("local.server.port");
        tasks = application.getBean(TaskService.class);
    }

    /** Sends a file in; returns its number. */
    long send(byte[] content) {
        return post(
                        CLERK,
                        "/api/bulk/files?kind=REFUND&pool=" + DuplicatePayments.POOL + "&name=duplicates.csv",
                        "application/octet-stream",
                        BodyPublishers.ofByteArray(content))
                .path("id")
                .asLong();
    }

    /** Submits it and has it released. */
    void release(long file) {
        JsonNode checked = get(file);
        if (!checked.path("state").asText().equals("CHECKED") || checked.path("faulty").asInt() > 0) {
            throw new IllegalStateException(checked.toString());
        }
        post(CLERK, "/api/bulk/files/" + file + "/submission", JSON, BodyPublishers.ofString("{}"));
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey("bulk-" + file)
                .singleResult()
                .getId();
        post(
                APPROVER,
                "/api/bulk/tasks/" + task + "/review",
                JSON,
                BodyPublishers.ofString("{\"decision\":\"RELEASE\"}"));
    }

    /** Stops it, or lets it go on. */
    void steer(long file, String what) {
        post(CLERK, "/api/bulk/files/" + file + "/" + what, JSON, BodyPublishers.ofString("{}"));
    }

    JsonNode get(long file) {
        return send(request(CLERK, "/api/bulk/files/" + file).GET());
    }

    private JsonNode post(String user, String path, String type, BodyPublisher body) {
        return send(request(user, path).header("Content-Type", type).POST(body));
    }

    private HttpRequest.Builder request(String user, String path) {
        String login = Base64.getEncoder()
                .encodeToString((user + ":" + DemoAccounts.PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", "Basic " + login);
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(answer.body());
            }
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
