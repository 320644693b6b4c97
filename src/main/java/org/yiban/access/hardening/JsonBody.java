package org.yiban.access.hardening;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The keys and texts of a JSON body, at every depth and with repetitions, as a strict reader sees them.
 *
 * @param keys every key of every object
 * @param topLevel key and text value of the outermost object's text members
 */
record JsonBody(List<String> keys, List<Member> topLevel) {

    private static final JsonFactory JSON = new JsonFactory();

    /**
     * Reads a body.
     *
     * @throws IOException if it is not one valid JSON value
     */
    static JsonBody read(byte[] body) throws IOException {
        List<String> keys = new ArrayList<>();
        List<Member> topLevel = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(body)) {
            int depth = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isStructStart()) {
                    depth++;
                } else if (token.isStructEnd()) {
                    depth--;
                } else if (token == JsonToken.FIELD_NAME) {
                    keys.add(parser.currentName());
                } else if (depth == 1 && parser.currentName() != null) {
                    topLevel.add(new Member(parser.currentName(), parser.getText()));
                }
            }
        }
        return new JsonBody(keys, topLevel);
    }

    /** Whether a name is one by which the engine takes an expression to evaluate. */
    static boolean namesAnExpression(String key) {
        return key.toLowerCase(Locale.ROOT).endsWith("expression");
    }

    /** A text member of the outermost object. */
    record Member(String key, String text) {}
}
