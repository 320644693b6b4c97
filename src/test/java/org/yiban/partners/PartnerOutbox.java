package org.yiban.partners;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What a simulated partner has to say: one thing after the other, each again until it is taken or refused. */
final class PartnerOutbox implements AutoCloseable {

    private static final long PAUSE = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PartnerKeyPair keys;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "partner-outbox");
        made.setDaemon(true);
        return made;
    });
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    /** How many things there are to say; who waits for none is told when it changes. */
    private int waiting;

    private volatile URI inbox;

    private record Sent(String conversationId, int status) {}

    PartnerOutbox(PartnerKeyPair keys) {
        this.keys = keys;
    }

    void to(URI address) {
        inbox = address;
    }

    /** There will be something to say, or it turns out that there is nothing. */
    synchronized void begin() {
        waiting++;
    }

    /** What there was to say has been said, or waits to be. */
    synchronized void end() {
        waiting--;
        notifyAll();
    }

    void say(ObjectNode envelope) {
        byte[] body = bytes(envelope);
        enqueue(envelope, body, keys.sign(body));
    }

    void sayUnderAnotherKey(ObjectNode envelope) {
        byte[] body = bytes(envelope);
        enqueue(envelope, body, keys.signWrongly(body));
    }

    /** Says it before the caller goes on, once. */
    void sayAtOnce(ObjectNode envelope) throws IOException {
        byte[] body = bytes(envelope);
        try {
            sent.add(new Sent(conversation(envelope), post(body, keys.sign(body))));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void later(Duration delay, Runnable what) {
        thread.schedule(what, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    List<Integer> statuses(String conversationId) {
        return sent.stream()
                .filter(each -> each.conversationId().equals(conversationId))
                .map(Sent::status)
                .toList();
    }

    synchronized void awaitEmpty() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (waiting > 0) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw new AssertionError("the partner could not say everything in " + PATIENCE.toSeconds() + " s");
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void enqueue(ObjectNode envelope, byte[] body, String signature) {
        begin();
        thread.execute(() -> attempt(conversation(envelope), body, signature));
    }

    private void attempt(String conversationId, byte[] body, String signature) {
        try {
            int status = post(body, signature);
            if (status < 500) {
                sent.add(new Sent(conversationId, status));
                end();
                return;
            }
        } catch (IOException | IllegalStateException notReached) {
            // tried again below
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        thread.schedule(() -> attempt(conversationId, body, signature), PAUSE, TimeUnit.MILLISECONDS);
    }

    private int post(byte[] body, String signature) throws IOException, InterruptedException {
        URI address = inbox;
        if (address == null) {
            throw new IllegalStateException("nobody to answer to yet");
        }
        return http.send(
                        HttpRequest.newBuilder(address)
                                .timeout(Duration.ofSeconds(20))
                                .header("Content-Type", "application/json")
                                .header("X-JWS-Signature", signature)
                                .POST(BodyPublishers.ofByteArray(body))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private static String conversation(ObjectNode envelope) {
        return envelope.path("conversationId").asText();
    }

    private static byte[] bytes(ObjectNode envelope) {
        try {
            return PartnerSimulator.JSON.writeValueAsBytes(envelope);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
