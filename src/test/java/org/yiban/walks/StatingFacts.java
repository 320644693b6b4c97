package org.yiban.walks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.yiban.support.ApiClient.Answer;
import org.yiban.support.DirectApi;

/** States what the record does not know. */
@Component
@Lazy
class StatingFacts {

    private final DirectApi api;

    StatingFacts(DirectApi api) {
        this.api = api;
    }

    /**
     * No, the first choice, a day or month of January, and what is asked for after that, as a clerk does who reads the
     * refusal.
     *
     * @param path of the cases in the API
     */
    Answer state(OpenTask task, String path, Function<List<Map<String, String>>, Answer> post) {
        JsonNode view =
                api.get(task.user("review"), path + "/by-task/" + task.id()).body();
        Map<String, JsonNode> facts = new HashMap<>();
        view.path("facts").forEach(fact -> facts.put(fact.path("name").asText(), fact));
        Set<String> asked = new LinkedHashSet<>();
        view.path("openFacts").forEach(open -> asked.add(open.asText()));
        Answer answer;
        do {
            answer = post.apply(
                    asked.stream().map(name -> statement(facts.get(name))).toList());
        } while (answer.status() == 400 && asksMore(answer, facts, asked));
        return answer;
    }

    private static boolean asksMore(Answer answer, Map<String, JsonNode> facts, Set<String> asked) {
        boolean more = false;
        for (JsonNode violation : answer.body().path("violations")) {
            String name = violation.path("field").asText().replace("facts.", "");
            more |= facts.containsKey(name) && asked.add(name);
        }
        return more;
    }

    private static Map<String, String> statement(JsonNode fact) {
        String value =
                switch (fact.path("type").asText()) {
                    case "DATE" -> "2026-01-31";
                    case "MONTH" -> "2026-01";
                    case "CHOICE" -> fact.path("choices").fieldNames().next();
                    default -> "false";
                };
        return Map.of("name", fact.path("name").asText(), "value", value, "reason", Ways.WHY);
    }
}
