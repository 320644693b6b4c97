package org.yiban.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violations;

/** The published JSON schemas of messages and documents of a transfer: what comes in is held to them. */
@Component
public class MessageSchemas {

    private static final String NAME = "[a-z-]{1,40}(\\.[a-z-]{1,60})?";
    private static final SchemaValidatorsConfig CHINESE = SchemaValidatorsConfig.builder()
            .locale(Locale.SIMPLIFIED_CHINESE)
            .pathType(PathType.JSON_PATH)
            .formatAssertionsEnabled(true)
            .build();

    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();

    MessageSchemas() {}

    /** The text of a schema by its name; empty if there is none of that name. */
    public Optional<String> text(String name) {
        ClassPathResource file = new ClassPathResource("schemas/" + name + ".json");
        if (!name.matches(NAME) || !file.exists()) {
            return Optional.empty();
        }
        try (InputStream content = file.getInputStream()) {
            return Optional.of(new String(content.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("schema " + name + " cannot be read", e);
        }
    }

    /**
     * Holds a document to a schema.
     *
     * @throws ProblemException INVALID_INPUT naming everything in which it differs; what it says is not repeated
     */
    void check(String name, JsonNode document) {
        Violations wrong = new Violations();
        for (ValidationMessage message :
                schemas.computeIfAbsent(name, this::load).validate(document)) {
            wrong.add(message.getInstanceLocation().toString(), null, words(message));
        }
        wrong.throwIfAny();
    }

    /** Without the place, which the violation names itself. */
    private static String words(ValidationMessage message) {
        String text = message.getMessage();
        String place = message.getInstanceLocation() + "：";
        return text.startsWith(place) ? text.substring(place.length()).strip() : text;
    }

    private JsonSchema load(String name) {
        return factory.getSchema(
                text(name).orElseThrow(() -> new IllegalStateException("no schema for " + name)), CHINESE);
    }
}
