package org.yiban.policy.tables;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The values a fact may have, told by examples: for any cells that ask for it, enough values that every combination of
 * their answers that a value can bring about is brought about by one of them.
 */
@FunctionalInterface
public interface Domain {

    /** Values to try, never none. */
    List<Object> examples(Set<String> tests);

    /** True or false. */
    static Domain flag() {
        return tests -> List.of(true, false);
    }

    /** One of the values given. */
    static Domain of(Set<String> values) {
        return tests -> List.copyOf(values);
    }

    /** Any text: those that the cells name, and one that none names. */
    static Domain text() {
        return tests -> {
            Set<Object> examples = new LinkedHashSet<>(Literals.texts(tests));
            examples.add("—");
            return List.copyOf(examples);
        };
    }

    /** Any day: those that the cells name, and the days before and after each. */
    static Domain date() {
        return tests -> {
            Set<Object> examples = new LinkedHashSet<>();
            for (String named : Literals.dates(tests)) {
                LocalDate day = LocalDate.parse(named);
                Stream.of(day.minusDays(1), day, day.plusDays(1)).forEach(near -> examples.add(near.toString()));
            }
            return examples.isEmpty() ? List.of(LocalDate.EPOCH.toString()) : List.copyOf(examples);
        };
    }

    /**
     * Any number in steps: those that the cells name, and their neighbours.
     *
     * @param least smallest number; {@code null} if there is no bound
     * @param most largest number; {@code null} if there is no bound
     */
    static Domain number(BigDecimal step, BigDecimal least, BigDecimal most) {
        return tests -> {
            Set<Object> examples = new LinkedHashSet<>();
            for (String named : Literals.numbers(tests)) {
                BigDecimal number = new BigDecimal(named);
                Stream.of(number.subtract(step), number, number.add(step))
                        .filter(near -> least == null || near.compareTo(least) >= 0)
                        .filter(near -> most == null || near.compareTo(most) <= 0)
                        .forEach(examples::add);
            }
            return examples.isEmpty() ? List.of(least == null ? BigDecimal.ZERO : least) : List.copyOf(examples);
        };
    }

    /** The literals that cells name. */
    final class Literals {

        private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
        private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
        private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

        private Literals() {}

        static List<String> texts(Set<String> tests) {
            return find(tests, TEXT, match -> match.group(1));
        }

        static List<String> dates(Set<String> tests) {
            return find(tests, DATE, Matcher::group);
        }

        static List<String> numbers(Set<String> tests) {
            return find(tests, NUMBER, Matcher::group);
        }

        private static List<String> find(Set<String> tests, Pattern literal, Function<Matcher, String> value) {
            List<String> found = new ArrayList<>();
            for (String test : tests) {
                Matcher matcher = literal.matcher(test);
                while (matcher.find()) {
                    found.add(value.apply(matcher));
                }
            }
            return found;
        }
    }
}
