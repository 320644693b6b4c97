package org.yiban.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Talks to the running application over HTTP as one of its people. */
@Component
@Lazy
public class ApiClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    ApiClient(@LocalServerPort int port) {
        this.port = port;
    }

    /** Sends JSON as a demo user; {@code headers} are name, value, name, value … */
    public Answer post(String user, String path, Object body, String... headers) {
        return send("POST", user, path, body, headers);
    }

    /** Puts JSON as a demo user. */
    public Answer put(String user, String path, Object body) {
        return send("PUT", user, path, body);
    }

    private Answer send(String method, String user, String path, Object body, String... headers) {
        try {
            return send(request(user, path, headers)
                    .header("Content-Type", "application/json")
                    .method(
                            method,
                            BodyPublishers.ofString(
                                    body instanceof String text ? text : JSON.writeValueAsString(body))));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Sends a form with files as a demo user: texts as they are, bytes as a file of the part's name. */
    public Answer postForm(String user, String path, Map<String, Object> parts) {
        String boundary = "----------a-boundary-of-the-tests";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        parts.forEach((name, value) -> {
            boolean file = value instanceof byte[];
            String head = "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n"
                    .formatted(boundary, name.split(":")[0], file ? "; filename=\"" + name.split(":")[1] + "\"" : "");
            body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file ? (byte[]) value : value.toString().getBytes(StandardCharsets.UTF_8));
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        });
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(user, path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** Sends a file as it is as a demo user. */
    public Answer postFile(String user, String path, byte[] content) {
        return send(request(user, path)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(content)));
    }

    /** Asks as a demo user; {@code headers} are name, value, name, value … */
    public Answer get(String user, String path, String... headers) {
        return send(request(user, path, headers).GET());
    }

    /** Fetches a file as a demo user. */
    public HttpResponse<byte[]> download(String user, String path) {
        return exchange(request(user, path).GET(), BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(String user, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (user != null) {
            String login = Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + login);
        }
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Answer send(HttpRequest.Builder request) {
        HttpResponse<String> response = exchange(request, BodyHandlers.ofString());
        try {
            return new Answer(response.statusCode(), parse(response.body()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> HttpResponse<T> exchange(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request.build(), body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode parse(String body) throws JsonProcessingException {
        return body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body);
    }

    /** Status and body of an answer. */
    public record Answer(int status, JsonNode body) {

        public String text(String field) {
            return body.path(field).asText(null);
        }

        /** The text at a JSON pointer. */
        public String at(String pointer) {
            return body.at(pointer).asText();
        }

        /** The message on a field of a problem, or {@code null}. */
        public String violation(String field) {
            for (JsonNode violation : body.path("violations")) {
                if (violation.path("field").asText().equals(field)) {
                    return violation.path("message").asText();
                }
            }
            return null;
        }
    }
}
