package org.yiban.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yiban.policy.replay.AnsweredQuestion;

/** The decisions that a running installation kept, read page by page. */
final class KeptQuestions {

    private static final List<String> FILTERS = List.of("family", "from", "until");
    private static final String PATH = "/api/kept-decisions";

    private final Installation installation;
    private final String filter;

    KeptQuestions(Installation installation, Options options) {
        this.installation = installation;
        this.filter = FILTERS.stream()
                .filter(options::has)
                .map(name -> "&" + name + "=" + encoded(options.require(name)))
                .collect(Collectors.joining());
    }

    Stream<AnsweredQuestion> all() {
        return Stream.iterate(page(0), page -> !page.isEmpty(), page -> page(idOfLast(page)))
                .flatMap(page -> StreamSupport.stream(page.spliterator(), false))
                .map(KeptQuestions::question);
    }

    private JsonNode page(long after) {
        return installation.get(PATH + "?after=" + after + filter);
    }

    private static long idOfLast(JsonNode page) {
        return page.get(page.size() - 1).path("id").asLong();
    }

    private static AnsweredQuestion question(JsonNode kept) {
        Map<String, String> facts = new LinkedHashMap<>();
        kept.path("facts").fields().forEachRemaining(fact -> facts.put(fact.getKey(), text(fact.getValue())));
        Map<String, Object> results = new LinkedHashMap<>();
        kept.path("results")
                .fields()
                .forEachRemaining(result -> results.put(result.getKey(), value(result.getValue())));
        return new AnsweredQuestion(
                kept.path("id").asText(), kept.path("family").asText(), facts, results);
    }

    private static String text(JsonNode value) {
        return value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
    }

    private static Object value(JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue();
        }
        return value.isBoolean() ? (Object) value.asBoolean() : value.asText();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
