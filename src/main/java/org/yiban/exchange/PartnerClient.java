package org.yiban.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** Posts a signed message to a partner and says what became of it. It never takes longer than the time set for it. */
@Component
class PartnerClient {

    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final int LONGEST_ANSWER = 64 * 1024;
    /** That the partner will not take the message however often it comes; other refusals may pass. */
    private static final Set<Integer> FINAL = Set.of(400, 409, 410, 413, 415, 422);

    private final HttpClient http;
    private final OurSignature signature;
    private final Duration timeout;
    private final ObjectMapper json = new ObjectMapper();

    PartnerClient(OurSignature signature, ExchangeProperties properties) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(TO_CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.signature = signature;
        this.timeout = properties.timeout();
    }

    /** The longest that {@link #post} takes. */
    Duration timeout() {
        return timeout;
    }

    /**
     * Posts a message.
     *
     * @throws InterruptedException if the application stops meanwhile; whether the message arrived is not known then
     */
    Answer post(URI inbox, byte[] body) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(inbox)
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .header(SigningKeys.HEADER, signature.of(body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        CompletableFuture<HttpResponse<String>> answer =
                http.sendAsync(request, head -> BodySubscribers.mapping(BodySubscribers.ofInputStream(), this::start));
        try {
            return judge(answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return noAnswer();
        } catch (ExecutionException e) {
            return unreached(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private Answer judge(HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status >= 200 && status < 300) {
            return new Answer(Fate.DELIVERED, null);
        }
        String why = "对方答复 " + status + detail(answer.body());
        return new Answer(FINAL.contains(status) ? Fate.REFUSED : Fate.FAILED, why);
    }

    private Answer unreached(Throwable cause) {
        if (cause instanceof HttpTimeoutException) {
            return noAnswer();
        }
        return new Answer(Fate.FAILED, cause instanceof ConnectException ? "连接不上对方" : "与对方的连接中断：" + cause.getMessage());
    }

    private Answer noAnswer() {
        return new Answer(Fate.FAILED, "对方在 " + timeout.toSeconds() + " 秒内没有答复");
    }

    /** What a problem says of itself; other bodies are not repeated. */
    private String detail(String body) {
        try {
            JsonNode detail = json.readTree(body).path("detail");
            return detail.isTextual() ? "：" + detail.textValue() : "";
        } catch (JsonProcessingException notJson) {
            return "";
        }
    }

    private String start(InputStream body) {
        try (body) {
            return new String(body.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What became of a message. */
    enum Fate {
        DELIVERED,
        REFUSED,
        FAILED
    }

    /** @param why in Chinese, where it was not delivered */
    record Answer(Fate fate, String why) {}
}
