package org.yiban.backpay.options;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yiban.policy.Outcome;
import org.yiban.region.RegionCode;

/**
 * What is missing and what may be done about it, in one pool on one day.
 *
 * @param region as the facts name it
 * @param quotedOn the day of the quote
 * @param tests the ways of counting: passed ones first, then those with the smaller gap
 * @param options in the order of the tests; none if a test is passed
 * @param figures the figures of reference data that were used
 * @param outlook what changes when the next average wage comes, in Chinese
 */
public record WeighedOptions(
        RegionCode region,
        LocalDate quotedOn,
        List<YearsTest> tests,
        List<BackpayOption> options,
        List<UsedFigure> figures,
        List<String> outlook) {

    /** Keeps copies. */
    public WeighedOptions {
        tests = List.copyOf(tests);
        options = List.copyOf(options);
        figures = List.copyOf(figures);
        outlook = List.copyOf(outlook);
    }

    /** Whether the years are there, by one of the ways of counting. */
    public boolean met() {
        return any(Outcome.MET);
    }

    /** Whether a person has to decide whether the years are there. */
    public boolean referred() {
        return !met() && any(Outcome.REFER);
    }

    /** The option of a key. */
    public Optional<BackpayOption> option(String key) {
        return options.stream().filter(option -> option.key().equals(key)).findFirst();
    }

    private boolean any(Outcome outcome) {
        return tests.stream().anyMatch(test -> test.outcome() == outcome);
    }
}
