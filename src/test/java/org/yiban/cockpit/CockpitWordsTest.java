package org.yiban.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yiban.casework.CaseKind;
import org.yiban.sla.ClockEventType;
import org.yiban.sla.ClockState;
import org.yiban.sla.Leg;
import org.yiban.sla.PauseReason;
import org.yiban.sla.TargetNature;

/** The words of the plug-in in Cockpit, read from its modules. */
class CockpitWordsTest {

    private static final Path MODULES = Path.of("src/main/resources/static/cockpit");
    private static final Pattern ENTRY = Pattern.compile("^ {2}'([\\w.]+)': \\[(.*)],?$", Pattern.MULTILINE);
    private static final Pattern PAIR = Pattern.compile("'((?:[^'\\\\]|\\\\.)+)', '((?:[^'\\\\]|\\\\.)+)'");
    private static final Pattern VALUE = Pattern.compile("\\{(\\w+)}");
    private static final Pattern QUOTED = Pattern.compile("'([a-z]+\\.[\\w.]+)'");
    /** Keys that are put together: 'state.' and a code. */
    private static final Set<String> PUT_TOGETHER =
            Set.of("state", "leg", "kind", "reason", "nature", "type", "act", "attention", "sort", "waiting");

    @Test
    void everyWordStandsInBothLanguagesWithTheSameValues() throws IOException {
        words().forEach((key, pair) -> {
            Matcher both = PAIR.matcher(pair);
            assertThat(both.matches()).as("%s: %s", key, pair).isTrue();
            assertThat(valuesOf(both.group(2))).as(key).isEqualTo(valuesOf(both.group(1)));
        });
    }

    @Test
    void everyWordThatTheModulesAskForIsThereAndNoneIsLeftOver() throws IOException {
        // given
        Set<String> known = words().keySet();
        Set<String> rooms = known.stream().map(CockpitWordsTest::roomOf).collect(Collectors.toSet());

        // when
        Set<String> asked = new TreeSet<>();
        for (Path module : modules()) {
            QUOTED.matcher(Files.readString(module))
                    .results()
                    .map(found -> found.group(1))
                    .filter(key -> rooms.contains(roomOf(key)))
                    .forEach(asked::add);
        }

        // then
        assertThat(known).containsAll(asked);
        assertThat(known.stream().filter(key -> !asked.contains(key) && !PUT_TOGETHER.contains(roomOf(key))))
                .as("asked for by nobody")
                .isEmpty();
    }

    @Test
    void aCodeIsCalledInChineseAsTheApplicationCallsIt() throws IOException {
        // given
        Map<String, String> titles = new LinkedHashMap<>();
        Arrays.stream(ClockState.values()).forEach(each -> titles.put("state." + each, each.title()));
        Arrays.stream(Leg.values()).forEach(each -> titles.put("leg." + each, each.title()));
        Arrays.stream(CaseKind.values()).forEach(each -> titles.put("kind." + each, each.title()));
        Arrays.stream(PauseReason.values()).forEach(each -> titles.put("reason." + each, each.title()));
        Arrays.stream(TargetNature.values()).forEach(each -> titles.put("nature." + each, each.title()));
        Arrays.stream(ClockEventType.values()).forEach(each -> titles.put("type." + each, each.title()));

        // then
        Map<String, String> words = words();
        titles.forEach((key, title) -> assertThat(words.get(key)).as(key).startsWith("'" + title + "',"));
    }

    private static Map<String, String> words() throws IOException {
        Map<String, String> words = new TreeMap<>();
        ENTRY.matcher(Files.readString(MODULES.resolve("words.js"))).results().forEach(entry -> assertThat(
                        words.put(entry.group(1), entry.group(2)))
                .as("%s twice", entry.group(1))
                .isNull());
        assertThat(words).hasSizeGreaterThan(100);
        return words;
    }

    private static List<Path> modules() throws IOException {
        try (Stream<Path> files = Files.list(MODULES)) {
            return files.filter(file -> file.toString().endsWith(".js"))
                    .filter(file -> !file.endsWith("words.js"))
                    .toList();
        }
    }

    private static String roomOf(String key) {
        return key.substring(0, key.indexOf('.'));
    }

    private static Set<String> valuesOf(String text) {
        return VALUE.matcher(text).results().map(each -> each.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
