package org.yiban.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yiban.kernel.Numbers;

/**
 * JSON is taken as it is written: no number is rounded, no text becomes a number, no number a date or a choice, no entry of
 * a list is left out.
 */
@Configuration(proxyBeanMethods = false)
class StrictInput {

    @Bean
    Jackson2ObjectMapperBuilderCustomizer strictJson() {
        return builder -> builder.featuresToDisable(
                        DeserializationFeature.ACCEPT_FLOAT_AS_INT, MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .featuresToEnable(
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .deserializers(new StrictDate(), new StrictText(), new StrictNumber())
                .postConfigurer(mapper ->
                        mapper.configOverride(List.class).setSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL)));
    }

    /** A day as {@code yyyy-MM-dd}; an empty text is no day, as forms send it. */
    private static final class StrictDate extends StdScalarDeserializer<LocalDate> {

        private static final long serialVersionUID = 1L;
        private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
                .appendValue(ChronoField.YEAR, 4)
                .appendPattern("-MM-dd")
                .toFormatter(Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);

        StrictDate() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (json.currentToken().isStructStart()) {
                return (LocalDate) context.handleUnexpectedToken(LocalDate.class, json);
            }
            String text = json.getText();
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                throw refusal(json, text, LocalDate.class);
            }
            try {
                return text.isEmpty() ? null : LocalDate.parse(text, FORMAT);
            } catch (DateTimeParseException notADay) {
                throw refusal(json, text, LocalDate.class);
            }
        }
    }

    /** Text without control characters, which the database does not keep, other than line breaks and tabulators. */
    private static final class StrictText extends StdScalarDeserializer<String> {

        private static final long serialVersionUID = 1L;

        StrictText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(String.class, json);
            }
            String text = json.getText();
            if (text.codePoints().anyMatch(StrictText::isRefused)) {
                throw refusal(json, text, String.class);
            }
            return text;
        }

        private static boolean isRefused(int character) {
            boolean layout = character == '\n' || character == '\r' || character == '\t';
            return Character.isISOControl(character) && !layout || Character.getType(character) == Character.SURROGATE;
        }
    }

    /** A number that somebody may mean, not one whose digits fill the memory once they are written out. */
    private static final class StrictNumber extends StdScalarDeserializer<BigDecimal> {

        private static final long serialVersionUID = 1L;

        StrictNumber() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser json, DeserializationContext context) throws IOException {
            BigDecimal number = NumberDeserializers.BigDecimalDeserializer.instance.deserialize(json, context);
            if (number != null && !Numbers.plain(number)) {
                throw refusal(json, json.getText(), BigDecimal.class);
            }
            return number;
        }
    }

    private static InvalidFormatException refusal(JsonParser json, String given, Class<?> type) {
        return InvalidFormatException.from(json, "refused as given", given, type);
    }
}
