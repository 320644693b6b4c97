package org.yiban.cockpit.cases;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.yiban.kernel.Violations;

/** The orders in which cases are listed. */
enum CaseOrder {
    /** By due day; those whose clock is held behind them, those without clock last. */
    DUE,
    /** By when they were opened, the oldest first. */
    OPENED,
    /** By case number. */
    CASE,
    /** By the working days that count so far, the most first. */
    USED;

    /** Reads a parameter; nothing asked is {@link #DUE}. */
    static CaseOrder of(String sort, Violations violations) {
        if (sort == null || sort.isBlank()) {
            return DUE;
        }
        return Arrays.stream(values())
                .filter(order -> order.word().equals(sort.strip()))
                .findFirst()
                .orElseGet(() -> {
                    violations.add(
                            "sort",
                            sort,
                            "应为 " + Arrays.stream(values()).map(CaseOrder::word).collect(Collectors.joining(" / ")));
                    return DUE;
                });
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
