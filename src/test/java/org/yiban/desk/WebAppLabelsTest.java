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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine's web applications in Chinese: every label of the English file, with its placeholders, and none left in English. */
class WebAppLabelsTest {

    private static final String APPS = "META-INF/resources/webjars/camunda/app/";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{.*?}}|\\{}");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    @ParameterizedTest(name = "{0}: {1} labels")
    @CsvSource({"tasklist, 412", "cockpit, 2460", "welcome, 172", "admin, 575"})
    void everyLabelExistsInChineseAndNoOther(String app, int labels) {
        assertThat(textsOf(read(app, "zh").path("labels")).keySet())
                .containsExactlyElementsOf(
                        textsOf(read(app, "en").path("labels")).keySet())
                .hasSize(labels);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "welcome", "admin"})
    void datesAreDescribedAsCompletelyAsInEnglish(String app) {
        assertThat(textsOf(read(app, "zh").path("dateLocales")).keySet())
                .containsExactlyElementsOf(
                        textsOf(read(app, "en").path("dateLocales")).keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "welcome", "admin"})
    void noLabelIsLeftInEnglish(String app) {
        assertThat(textsOf(read(app, "zh").path("labels"))).allSatisfy((key, text) -> assertThat(
                        CHINESE.matcher(text).find() || !LETTER.matcher(text).find())
                .as("%s is Chinese: %s", key, text)
                .isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "welcome", "admin"})
    void placeholdersAreTheSameInBothLanguages(String app) {
        TreeMap<String, String> originals = textsOf(read(app, "en").path("labels"));

        assertThat(textsOf(read(app, "zh").path("labels")))
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
    private static JsonNode read(String app, String language) {
        String name = APPS + app + "/locales/" + language + ".json";
        try (InputStream file = WebAppLabelsTest.class.getClassLoader().getResourceAsStream(name)) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return new ObjectMapper().readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
