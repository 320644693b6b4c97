package org.yiban.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violations;

/** A message as it travels to and from partners: JSON in UTF-8, the same bytes each time it is sent. */
final class Envelope {

    private static final List<String> FIELDS =
            List.of("key", "type", "from", "to", "conversationId", "payload", "sentAt");
    private static final String KEY = "[\\x21-\\x7e]{1,200}";
    private static final String TYPE = "[A-Za-z][A-Za-z0-9.-]{0,63}";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final JsonMapper SORTED = JSON.rebuild()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private Envelope() {}

    /** Writes a message. */
    static byte[] write(Message message, OffsetDateTime sentAt) {
        try {
            ObjectNode envelope = JSON.createObjectNode()
                    .put("key", message.key())
                    .put("type", message.type())
                    .put("from", message.from().name())
                    .put("to", message.to().name())
                    .put("conversationId", message.conversationId().toString());
            envelope.set("payload", JSON.readTree(message.payload()));
            envelope.put("sentAt", sentAt.toInstant().toString());
            return JSON.writeValueAsBytes(envelope);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the payload of " + message.key() + " is no JSON", e);
        }
    }

    /**
     * Reads a message.
     *
     * @throws ProblemException INVALID_INPUT naming everything that is wrong with it
     */
    static Message read(byte[] body) {
        JsonNode envelope = tree(body);
        Violations wrong = new Violations();
        TreeSet<String> unknown = new TreeSet<>();
        envelope.fieldNames().forEachRemaining(unknown::add);
        FIELDS.forEach(unknown::remove);
        unknown.forEach(field -> wrong.add(field, null, "没有这个字段；可用字段：" + String.join("、", FIELDS)));
        String key = text(envelope, "key", "1到200个可见的ASCII字符", text -> text.matches(KEY) ? text : null, wrong);
        String type = text(envelope, "type", "字母、数字、点和连字符，不超过64个字符", text -> text.matches(TYPE) ? text : null, wrong);
        Party from = text(envelope, "from", "发件方的名称", Envelope::party, wrong);
        Party to = text(envelope, "to", "收件统筹区的六位代码", Envelope::party, wrong);
        UUID conversation = text(envelope, "conversationId", "UUID", Envelope::uuid, wrong);
        text(envelope, "sentAt", "时间，如 2026-02-12T09:30:00+08:00", Envelope::moment, wrong);
        JsonNode payload = envelope.path("payload");
        if (!payload.isObject()) {
            wrong.add("payload", null, "应为 JSON 对象");
        }
        wrong.throwIfAny();
        return new Message(key, type, from, to, conversation, payload.toString());
    }

    /** What a message says, whenever it was sent and however its JSON is laid out: SHA-256. */
    static byte[] digest(Message message) {
        try {
            Object payload = SORTED.treeToValue(JSON.readTree(message.payload()), Object.class);
            return sha256(SORTED.writeValueAsBytes(List.of(
                    message.type(),
                    message.to().name(),
                    message.conversationId().toString(),
                    payload)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the payload of " + message.key() + " is no JSON", e);
        }
    }

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode tree(byte[] body) {
        try {
            JsonNode tree = JSON.readTree(new String(body, StandardCharsets.UTF_8));
            if (tree.isObject()) {
                return tree;
            }
        } catch (IOException notJson) {
            // answered below, as any other body that is no object
        }
        throw ProblemException.invalid("body", null, "请求正文不是有效的 JSON 对象");
    }

    private static <T> T text(
            JsonNode envelope, String field, String allowed, Function<String, T> read, Violations wrong) {
        JsonNode node = envelope.path(field);
        T value = node.isTextual() ? read.apply(node.textValue()) : null;
        if (value == null) {
            wrong.add(field, null, "应为" + allowed);
        }
        return value;
    }

    private static Party party(String text) {
        return attempt(() -> new Party(text)).orElse(null);
    }

    private static UUID uuid(String text) {
        return attempt(() -> UUID.fromString(text))
                .filter(read -> read.toString().equalsIgnoreCase(text))
                .orElse(null);
    }

    private static OffsetDateTime moment(String text) {
        return attempt(() -> OffsetDateTime.parse(text)).orElse(null);
    }

    private static <T> Optional<T> attempt(Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (IllegalArgumentException | DateTimeException notOne) {
            return Optional.empty();
        }
    }
}
