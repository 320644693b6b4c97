package org.yiban.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Console;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import org.yiban.cli.Options.WrongUsageException;

/**
 * A running installation that a command talks to, as one of its people: {@code --server}, {@code --user}, and the password
 * from the file of {@code --password-file}, from {@code YIBAN_PASSWORD}, or asked for on the console. A password is no
 * argument: other people of the machine could read it.
 */
final class Installation {

    /** The options that say which installation, and who. */
    static final Set<String> OPTIONS = Set.of("server", "user", "password-file");

    /** How those options are written. */
    static final String USAGE = "--server <网址> --user <账号> [--password-file <文件>]";

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final String PASSWORD = "YIBAN_PASSWORD";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int FIRST_REFUSAL = 400;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final String server;
    private final String login;

    private Installation(String server, String login) {
        this.server = server;
        this.login = login;
    }

    /**
     * The installation that the options name.
     *
     * @throws WrongUsageException if one is missing or there is no password
     */
    static Installation of(Options options) {
        String server = options.require("server").replaceAll("/+$", "");
        if (!server.matches("https?://.+")) {
            throw new WrongUsageException("--server 应为网址，例如 http://localhost:8080：" + server);
        }
        String login = options.require("user") + ':' + password(options);
        return new Installation(server, Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Asks for JSON.
     *
     * @throws RefusedException with the server's words if it refuses, or if it cannot be reached
     */
    JsonNode get(String path) {
        return json(send(request(path).GET()));
    }

    /** Asks for a file's content, likewise. */
    byte[] download(String path) {
        return send(request(path).GET());
    }

    /** Sends a body and reads JSON, likewise. */
    JsonNode post(String path, String contentType, BodyPublisher body) {
        return json(send(request(path).header("Content-Type", contentType).POST(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + path))
                .timeout(PATIENCE)
                .header("Authorization", "Basic " + login)
                .header("Accept", "*/*");
    }

    private byte[] send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            if (response.statusCode() >= FIRST_REFUSAL) {
                throw new RefusedException(refusal(response));
            }
            return response.body();
        } catch (IOException e) {
            throw new RefusedException("连接不上 " + server + "：" + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException("已中断");
        }
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new RefusedException("服务器的回答读不懂：" + new String(body, StandardCharsets.UTF_8));
        }
    }

    /** The server's words: a line for each violation if there are any, else its sentence. */
    private static String refusal(HttpResponse<byte[]> response) {
        String body = new String(response.body(), StandardCharsets.UTF_8);
        try {
            JsonNode problem = JSON.readTree(body);
            StringBuilder words = new StringBuilder();
            problem.path("violations").forEach(violation -> words.append(words.isEmpty() ? "" : "\n")
                    .append(violation.path("field").asText())
                    .append('：')
                    .append(violation.path("message").asText()));
            String detail = problem.path("detail").asText();
            return words.isEmpty() && !detail.isEmpty() ? detail : orStatus(words.toString(), response);
        } catch (JsonProcessingException e) {
            return orStatus("", response);
        }
    }

    private static String orStatus(String words, HttpResponse<byte[]> response) {
        return words.isEmpty() ? "服务器拒绝了请求（状态 " + response.statusCode() + "）" : words;
    }

    private static String password(Options options) {
        if (options.has("password-file")) {
            Path file = Path.of(options.require("password-file"));
            try {
                return Files.readString(file).strip();
            } catch (IOException e) {
                throw new WrongUsageException("读不到密码文件：" + file);
            }
        }
        String fromEnvironment = System.getenv(PASSWORD);
        if (fromEnvironment != null) {
            return fromEnvironment;
        }
        Console console = System.console();
        if (console == null) {
            throw new WrongUsageException("没有密码：请写 --password-file，或设环境变量 " + PASSWORD + "，或在控制台上运行");
        }
        return new String(console.readPassword("%s 的密码：", options.require("user")));
    }

    /** The installation refused, or was not there. */
    static final class RefusedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }
}
