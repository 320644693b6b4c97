package org.yiban.policy.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What came of asking cases.
 *
 * @param passed the cases that hold
 * @param failed what differs, a line each, with file, line and case
 */
public record CaseRun(List<Passed> passed, List<String> failed) {

    /**
     * A case that holds.
     *
     * @param key its family and name
     * @param businessDate the date by which it was answered; {@code null} if it expects a refusal
     * @param rules ids of the rules that fired, those of the order of documents too
     */
    public record Passed(String key, LocalDate businessDate, Set<String> rules) {}

    public CaseRun {
        passed = List.copyOf(passed);
        failed = List.copyOf(failed);
    }
}
