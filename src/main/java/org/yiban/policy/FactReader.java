package org.yiban.policy;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violations;
import org.yiban.region.Region;
import org.yiban.region.Regions;

/** Reads facts as they were written, and collects what is missing or wrong with them. */
final class FactReader {

    private final Map<String, String> given;
    private final Regions regions;
    private final Violations violations = new Violations();

    FactReader(Map<String, String> given, Regions regions) {
        this.given = given;
        this.regions = regions;
    }

    Regions regions() {
        return regions;
    }

    /** Any division of the country; {@code null} if it was refused. */
    Region region(String fact) {
        return violations.collect(() -> regions.require(fact, given.get(fact)));
    }

    /** The pool of a division; {@code null} if it was refused. */
    Region pool(String fact) {
        return violations.collect(() -> regions.requirePool(fact, given.get(fact)));
    }

    /** A day of the calendar; {@code null} if it was refused. */
    LocalDate date(String fact) {
        return violations.collect(() -> parseDate(fact, given.get(fact)));
    }

    /** Refuses the facts if anything was missing or wrong. */
    void throwIfAny() {
        violations.throwIfAny();
    }

    private static LocalDate parseDate(String fact, String text) {
        if (text == null || text.isBlank()) {
            throw ProblemException.invalid(fact, null, "请填写日期，格式为 年-月-日，例如 2023-03-06");
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw ProblemException.invalid(fact, text, "没有这一天；请填写日历上的日期，格式为 年-月-日，例如 2023-03-06");
        }
    }
}
