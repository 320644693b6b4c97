package org.yiban.policy;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yiban.policy.tables.Checked;
import org.yiban.policy.tables.NearMiss;

/**
 * Explanations as they are kept: plain values that read back equal, decimals with their digits, and what is repeated
 * often as arrays without names.
 */
final class PlainJson {

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    private interface WithoutNames {}

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .addMixIn(Checked.class, WithoutNames.class)
            .addMixIn(Step.class, WithoutNames.class)
            .addMixIn(NearMiss.class, WithoutNames.class)
            .addMixIn(Silence.class, WithoutNames.class)
            .build();

    private PlainJson() {}

    static String write(Object values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an explanation holds plain values", e);
        }
    }

    static Map<String, Object> values(String text) {
        return read(text, LinkedHashMap.class);
    }

    /** The reasons that were kept; none for a decision that was kept without. */
    static Reasons reasons(String text) {
        return text == null ? Reasons.NONE : read(text, Reasons.class);
    }

    @SuppressWarnings("unchecked")
    private static <T> T read(String text, Class<? super T> type) {
        try {
            return (T) JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept decision cannot be read", e);
        }
    }
}
