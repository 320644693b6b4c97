package org.yiban.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A page whose fact names a format that the kit does not know opens for nobody. */
class ShownFormatsTest {

    private static final Path KIT = Path.of("src/main/resources/static/kit");
    private static final Pattern NAMED = Pattern.compile("data-format=\"([^\"]+)\"");
    private static final Pattern OF_WORDS = Pattern.compile("(?m)^  (\\w+): (?:\\(value\\) =>|\\{)");
    private static final Pattern OF_FACTS = Pattern.compile("format === '(\\w+)'");

    @Test
    void everyFormatThatAFormOrPageNamesIsKnown() throws IOException {
        Set<String> known = new TreeSet<>(found(OF_WORDS, KIT.resolve("words.js")));
        known.addAll(found(OF_FACTS, KIT.resolve("facts.js")));

        List<String> unknown = new ArrayList<>();
        for (Path page : pages()) {
            found(NAMED, page).stream()
                    .filter(format -> !known.contains(format))
                    .forEach(format -> unknown.add(page + ": " + format));
        }

        assertThat(known).contains("yuan", "identity", "yesNo");
        assertThat(unknown).isEmpty();
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (String folder : List.of("forms", "src/main/resources/templates")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.filter(file -> file.toString().endsWith(".html")).forEach(pages::add);
            }
        }
        return pages;
    }

    private static Set<String> found(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map((MatchResult result) -> result.group(1))
                .collect(Collectors.toSet());
    }
}
