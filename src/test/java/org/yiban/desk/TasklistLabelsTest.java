package org.yiban.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TasklistLabelsTest {

    private static final String LOCALES = "META-INF/resources/webjars/camunda/app/tasklist/locales/";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{.*?}}");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    private final JsonNode english = read("en.json");
    private final JsonNode chinese = read("zh.json");

    @Test
    void everyLabelOfTasklistExistsInChineseAndNoOther() {
        assertThat(textsOf(chinese.get("labels")).keySet())
                .containsExactlyElementsOf(textsOf(english.get("labels")).keySet())
                .hasSize(412);
    }

    @Test
    void datesAreDescribedAsCompletelyAsInEnglish() {
        assertThat(textsOf(chinese.get("dateLocales")).keySet())
                .containsExactlyElementsOf(textsOf(english.get("dateLocales")).keySet());
    }

    @Test
    void noLabelIsLeftInEnglish() {
        assertThat(textsOf(chinese.get("labels"))).allSatisfy((key, text) -> assertThat(
                        CHINESE.matcher(text).find() || !LETTER.matcher(text).find())
                .as("%s is Chinese: %s", key, text)
                .isTrue());
    }

    @Test
    void placeholdersAreTheSameInBothLanguages() {
        TreeMap<String, String> originals = textsOf(english.get("labels"));

        assertThat(textsOf(chinese.get("labels")))
                .allSatisfy((key, text) ->
                        assertThat(placeholdersOf(text)).as(key).isEqualTo(placeholdersOf(originals.get(key))));
    }

    private static List<String> placeholdersOf(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    /** Every text below a node by its path. */
    private static TreeMap<String, String> textsOf(JsonNode node) {
        TreeMap<String, String> texts = new TreeMap<>();
        collect("", node, texts);
        return texts;
    }

    private static void collect(String path, JsonNode node, TreeMap<String, String> texts) {
        if (node.isValueNode()) {
            texts.put(path, node.asText());
            return;
        }
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        names.forEach(name -> collect(path + "/" + name, node.get(name), texts));
        for (int place = 0; node.isArray() && place < node.size(); place++) {
            collect(path + "/" + place, node.get(place), texts);
        }
    }

    /** The engine's own file begins with a byte-order mark. */
    private static JsonNode read(String name) {
        try (InputStream file = TasklistLabelsTest.class.getClassLoader().getResourceAsStream(LOCALES + name)) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return new ObjectMapper().readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
