package org.yiban.partners;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** A partner that says back what it is asked, in two messages: for tests of the exchange itself. */
public final class EchoingPartner extends PartnerSimulator {

    /** The type of the messages that it echoes. */
    public static final String ASKED = "test.asked";

    /** The type of its answers. */
    public static final String SAID = "test.said";

    EchoingPartner(int port, Path folder) throws IOException {
        super("echo", port, folder);
    }

    @Override
    List<Said> answers(String type, JsonNode payload, Behaviour behaviour) {
        String word = payload.path("word").asText(UUID.randomUUID().toString());
        ObjectNode answer = JSON.createObjectNode().put("word", word);
        return type.equals(ASKED)
                ? List.of(new Said(word + "/first", SAID, answer), new Said(word + "/second", SAID, answer))
                : List.of();
    }
}
