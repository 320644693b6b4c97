package org.yiban.partners;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * A partner outside, as a program of its own on the loopback address: it takes signed messages at {@code /inbox}, drops
 * those that come again, and answers as its behaviour says. {@code POST /behaviour} with a word changes the behaviour,
 * {@code POST /release} lets go what is kept back, {@code GET /} tells what came in.
 */
public abstract class PartnerSimulator implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final HttpServer server;
    private final PartnerKeyPair keys;
    private final PartnerOutbox outbox;
    private final Map<String, String> taken = new ConcurrentHashMap<>();
    private final List<JsonNode> received = new CopyOnWriteArrayList<>();
    private final List<Runnable> held = new ArrayList<>();
    private volatile Behaviour behaviour = Behaviour.ANSWER;
    private volatile Duration delay;

    PartnerSimulator(String name, int port, Path folder) throws IOException {
        this.name = name;
        this.keys = PartnerKeyPair.in(folder, name);
        this.outbox = new PartnerOutbox(keys);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, name + "-simulator");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/inbox", this::takeIn);
        server.createContext("/behaviour", exchange -> {
            behaves(Behaviour.valueOf(
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).strip()));
            answer(exchange, 200, JSON.createObjectNode().put("behaviour", behaviour.name()));
        });
        server.createContext("/release", exchange -> {
            release();
            answer(exchange, 200, JSON.createObjectNode());
        });
        server.createContext("/", exchange -> answer(exchange, 200, JSON.valueToTree(received)));
        server.start();
    }

    /** What this partner does with a message that came for the first time: the messages it answers, in their order. */
    abstract List<Said> answers(String type, JsonNode payload, Behaviour behaviour);

    /** The same, where the whole message says what to answer. */
    List<Said> answers(JsonNode message, Behaviour behaviour) {
        return answers(message.path("type").asText(), message.path("payload"), behaviour);
    }

    /** Whether it takes messages to this receiver. */
    boolean accepts(String to) {
        return to.equals(name);
    }

    /** Says something of its own accord. */
    void say(String from, String to, String conversationId, Said said) {
        outbox.say(JSON.createObjectNode()
                .put("key", said.key())
                .put("type", said.type())
                .put("from", from)
                .put("to", to)
                .put("conversationId", conversationId)
                .put("sentAt", "2026-03-02T10:15:00+08:00")
                .set("payload", said.payload()));
    }

    /** Where its inbox is. */
    public URI inbox() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/inbox");
    }

    /** The file of its public keys. */
    public Path publicKeys() {
        return keys.publicFile();
    }

    /** The file of the public keys of who writes to it. It is read when the first message comes. */
    public void knows(Path publicKeys) {
        keys.trust(publicKeys);
    }

    /** The inbox that it answers to. */
    public void answersTo(URI inbox) {
        outbox.to(inbox);
    }

    /** How it takes the messages that come from now on. */
    public void behaves(Behaviour wanted) {
        behaviour = wanted;
    }

    /** How long it keeps back what it says late; {@code null}: until it is told to let it go. */
    public void keepsBackFor(Duration time) {
        delay = time;
    }

    /** The messages that it took, each once. */
    public List<JsonNode> received() {
        return received;
    }

    /** The messages of a conversation that it took, each once. */
    public List<JsonNode> received(String conversationId) {
        return received.stream()
                .filter(message -> message.path("conversationId").asText().equals(conversationId))
                .toList();
    }

    /** The HTTP status that each of its answers to a conversation met in the end, in their order. */
    public List<Integer> answered(String conversationId) {
        return outbox.statuses(conversationId);
    }

    /** Lets go what it kept back. */
    public void release() {
        synchronized (held) {
            held.forEach(Runnable::run);
            held.clear();
        }
    }

    /** Its signature of a body, for tests that write messages of their own. */
    public String sign(String body) {
        return keys.sign(body.getBytes(StandardCharsets.UTF_8));
    }

    /** Waits until everything it has to say has been taken or refused. */
    public void awaitAnswered() throws InterruptedException {
        outbox.awaitEmpty();
    }

    @Override
    public void close() {
        server.stop(0);
        outbox.close();
    }

    private void takeIn(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Behaviour now = behaviour;
        if (!keys.verifies(exchange.getRequestHeaders().getFirst("X-JWS-Signature"), body)) {
            answer(exchange, 401, problem("签名无效"));
        } else if (now == Behaviour.BUSY) {
            answer(exchange, 503, problem("系统维护中"));
        } else if (now == Behaviour.REFUSE) {
            answer(exchange, 422, problem("不接收这类业务"));
        } else if (now == Behaviour.SLOW) {
            sleep();
            answer(exchange, 503, problem("系统繁忙"));
        } else {
            take(exchange, JSON.readTree(body), now);
        }
    }

    private void take(HttpExchange exchange, JsonNode message, Behaviour now) throws IOException {
        String content = message.path("type").asText() + message.path("payload");
        String before = taken.putIfAbsent(message.path("key").asText(), content);
        if (before != null) {
            boolean same = Objects.equals(before, content);
            answer(exchange, same ? 200 : 409, same ? JSON.createObjectNode() : problem("同一编号，内容不同"));
            return;
        }
        received.add(message);
        if (!accepts(message.path("to").asText())) {
            answer(exchange, 422, problem("不是发给 " + name + " 的"));
            return;
        }
        List<Said> said = new ArrayList<>(answers(message, now));
        if (now == Behaviour.EARLY) {
            for (int i = said.size() - 1; i >= 0; i--) {
                outbox.sayAtOnce(envelope(message, said.get(i)));
            }
        }
        outbox.begin();
        try {
            answer(exchange, 202, JSON.createObjectNode());
            react(message, said, now);
        } finally {
            outbox.end();
        }
    }

    private void react(JsonNode message, List<Said> said, Behaviour now) {
        if (now == Behaviour.LATE) {
            keepBack(() -> said.forEach(each -> outbox.say(envelope(message, each))));
        } else if (now != Behaviour.EARLY && now != Behaviour.NEVER) {
            said.forEach(each -> say(envelope(message, each), now));
        }
    }

    private void say(ObjectNode envelope, Behaviour now) {
        if (now == Behaviour.WRONG_SIGNATURE) {
            outbox.sayUnderAnotherKey(envelope);
            return;
        }
        outbox.say(envelope);
        if (now == Behaviour.TWICE) {
            outbox.say(envelope);
        } else if (now == Behaviour.CONTRADICT) {
            ObjectNode other = envelope.deepCopy();
            ((ObjectNode) other.path("payload")).put("remark", "与前一条不同");
            outbox.say(other);
        }
    }

    private void keepBack(Runnable answers) {
        if (delay != null) {
            outbox.later(delay, answers);
            return;
        }
        synchronized (held) {
            held.add(answers);
        }
    }

    private ObjectNode envelope(JsonNode message, Said said) {
        ObjectNode envelope = JSON.createObjectNode()
                .put("key", said.key())
                .put("type", said.type())
                .put("from", message.path("to").asText())
                .put("to", message.path("from").asText())
                .put("conversationId", said.conversation(message));
        envelope.set("payload", said.payload());
        return envelope.put("sentAt", message.path("sentAt").asText());
    }

    private static ObjectNode problem(String detail) {
        return JSON.createObjectNode().put("detail", detail);
    }

    private static void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void sleep() {
        try {
            Thread.sleep(Duration.ofSeconds(30).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Something that the partner says. */
    record Said(String key, String type, ObjectNode payload, String conversationId) {

        Said(String key, String type, ObjectNode payload) {
            this(key, type, payload, null);
        }

        /** Its own conversation, or else that of the message it answers. */
        String conversation(JsonNode message) {
            return conversationId == null ? message.path("conversationId").asText() : conversationId;
        }
    }
}
