package org.yiban.policy.cases;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProvisionReference;
import org.yiban.kernel.Violation;
import org.yiban.policy.Answer;
import org.yiban.policy.Policies;
import org.yiban.policy.Result;
import org.yiban.policy.tables.DecisionTableException;

/**
 * Asks the tables about a case and compares. Numbers compare by value, lists as sets, those that a family declares to be
 * in order in order.
 */
final class CaseCheck {

    private static final String NOTHING = "（空）";

    private final Policies policies;

    CaseCheck(Policies policies) {
        this.policies = policies;
    }

    /** What differs from what the case expects; empty if it passes. */
    List<Mismatch> check(PolicyCase policyCase) {
        try {
            Answer answer = policies.decide(policyCase.family(), policyCase.facts());
            if (!policyCase.refused().isEmpty()) {
                return List.of(new Mismatch(
                        "expect.error",
                        String.join(";", policyCase.refused()),
                        answer.results().toString()));
            }
            return compare(policyCase, answer);
        } catch (ProblemException refusal) {
            List<String> named =
                    refusal.violations().stream().map(Violation::field).toList();
            if (!policyCase.refused().isEmpty() && named.containsAll(policyCase.refused())) {
                return List.of();
            }
            return List.of(new Mismatch(
                    "expect.error", orNothing(String.join(";", policyCase.refused())), refusal.getMessage()));
        } catch (DecisionTableException defect) {
            return List.of(new Mismatch("case", "有结论", defect.getMessage()));
        }
    }

    private List<Mismatch> compare(PolicyCase policyCase, Answer answer) {
        List<Mismatch> found = new ArrayList<>();
        for (Result result : policies.declaredResults(policyCase.family())) {
            String expected = policyCase.expected().get(result.name());
            Object got = answer.results().get(result.name());
            if (expected != null && !equal(expected, got, result.ordered())) {
                found.add(new Mismatch("expect." + result.name(), expected, got == null ? NOTHING : got.toString()));
            }
        }
        if (!answer.basis().containsAll(policyCase.basis())) {
            found.add(new Mismatch(
                    "expect.basis",
                    ProvisionReference.join(policyCase.basis()),
                    orNothing(ProvisionReference.join(answer.basis()))));
        }
        return found;
    }

    private static boolean equal(String expected, Object got, boolean ordered) {
        if (got == null) {
            return false;
        }
        if (got instanceof Number) {
            try {
                return new BigDecimal(expected).compareTo(new BigDecimal(got.toString())) == 0;
            } catch (NumberFormatException e) {
                return false;
            }
        }
        List<String> listed = Lists.split(expected);
        List<String> came = Lists.split(got.toString());
        return ordered ? listed.equals(came) : Set.copyOf(listed).equals(Set.copyOf(came));
    }

    private static String orNothing(String text) {
        return text.isEmpty() ? NOTHING : text;
    }
}
