package org.yiban.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A browser's conversation with Camunda's web applications: session cookie, token, login; no page is drawn. */
public final class WebLogin {

    private static final Map<String, WebLogin> SESSIONS = new ConcurrentHashMap<>();

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String base;
    private String token;

    private WebLogin(int port) {
        this.base = "http://localhost:" + port;
    }

    /** Somebody who has opened the login page and not logged in. */
    public static WebLogin nobody(int port) {
        WebLogin login = new WebLogin(port);
        login.get("/camunda/app/tasklist/default/");
        return login;
    }

    /** A demo account, logged in to an application of Camunda; who has logged in before goes on in that session. */
    public static WebLogin as(String user, String application, int port) {
        return SESSIONS.computeIfAbsent(user + "@" + application + ":" + port, key -> login(user, application, port));
    }

    private static WebLogin login(String user, String application, int port) {
        WebLogin login = nobody(port);
        HttpResponse<String> answer = login.send(
                "POST",
                "/camunda/api/admin/auth/user/default/login/" + application,
                "username=" + user + "&password=" + URLEncoder.encode(DemoAccounts.PASSWORD, StandardCharsets.UTF_8),
                "application/x-www-form-urlencoded");
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("login of " + user + " answered " + answer.statusCode());
        }
        login.get("/camunda/app/" + application + "/default/");
        return login;
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, null, null);
    }

    /** Sends JSON with the token of the session. */
    public HttpResponse<String> send(String method, String path, String json) {
        return send(method, path, json, "application/json");
    }

    public HttpResponse<String> send(String method, String path, String body, String contentType) {
        return send(method, path, body, contentType, token);
    }

    /** As the others, with a token of the caller's choice; {@code null} sends none. */
    public HttpResponse<String> send(String method, String path, String body, String contentType, String sentToken) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        if (sentToken != null) {
            request.header("X-XSRF-TOKEN", sentToken);
        }
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            response.headers().firstValue("X-XSRF-TOKEN").ifPresent(fresh -> token = fresh);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
