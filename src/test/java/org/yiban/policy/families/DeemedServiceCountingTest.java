package org.yiban.policy.families;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Months of service split at a line, against a walk from month to month. */
class DeemedServiceCountingTest {

    private static final YearMonth ANCHOR = YearMonth.of(2000, 1);

    private enum Fate {
        DEEMED,
        ACTUAL_IN_PROVINCE,
        NOT_COUNTED,
        REFER;

        String outcome() {
            return counts() ? "COUNTED" : name();
        }

        String countedAs() {
            return counts() ? name() : "NONE";
        }

        boolean counts() {
            return this == DEEMED || this == ACTUAL_IN_PROVINCE;
        }
    }

    private record Part(Fate fate, int months) {

        int counted() {
            return fate.counts() ? months : 0;
        }
    }

    @Property
    void aPeriodIsSplitAtTheLineIntoPartsInOrderOfTime(
            @ForAll @IntRange(max = 60) int from,
            @ForAll @IntRange(max = 60) int length,
            @ForAll @IntRange(max = 130) int line,
            @ForAll Fate onLine,
            @ForAll Fate after,
            @ForAll boolean ofTheScheme) {
        YearMonth first = ANCHOR.plusMonths(from);
        YearMonth last = first.plusMonths(length);
        YearMonth start = ANCHOR.plusMonths(line);
        Asked asked = asked(first, last)
                .row("line", ofTheScheme ? "SCHEME_START" : start.toString())
                .row("onLine", onLine.name())
                .row("afterLine", after.name());
        if (ofTheScheme) {
            asked.with("schemeStart", start);
        }

        List<Part> parts = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            int side = month.compareTo(start);
            add(parts, side < 0 ? Fate.DEEMED : side == 0 ? onLine : after);
        }
        Map<String, Object> results = asked.results();

        assertThat(parts.stream().mapToInt(Part::months).sum()).isEqualTo(length + 1);
        assertThat(list(results, "outcome"))
                .isEqualTo(parts.stream().map(part -> part.fate().outcome()).toList());
        assertThat(list(results, "countedAs"))
                .isEqualTo(parts.stream().map(part -> part.fate().countedAs()).toList());
        assertThat(list(results, "countedMonths"))
                .isEqualTo(parts.stream().map(part -> "" + part.counted()).toList());
    }

    @Property
    void withoutALineTheWholePeriodCountsOrNothingDoes(
            @ForAll @IntRange(max = 600) int length, @ForAll boolean counts) {
        Map<String, Object> results = asked(ANCHOR, ANCHOR.plusMonths(length))
                .row("outcome", counts ? "COUNTED" : "NOT_COUNTED")
                .results();

        assertThat(results).containsEntry("countedMonths", counts ? "" + (length + 1) : "0");
    }

    private static Asked asked(YearMonth first, YearMonth last) {
        return Asked.of(new DeemedServiceFamily())
                .with("region", "220000")
                .with("assessedOn", "2023-01-01")
                .with("from", first)
                .with("to", last)
                .row("outcome", "COUNTED")
                .row("countedAs", Fate.DEEMED.name());
    }

    private static void add(List<Part> parts, Fate fate) {
        int last = parts.size() - 1;
        if (last >= 0 && parts.get(last).fate() == fate) {
            parts.set(last, new Part(fate, parts.get(last).months() + 1));
        } else {
            parts.add(new Part(fate, 1));
        }
    }

    private static List<String> list(Map<String, Object> results, String name) {
        return Arrays.asList(((String) results.get(name)).split(";"));
    }
}
