package org.yiban.policy.replay;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yiban.kernel.ProblemException;
import org.yiban.policy.Fact;
import org.yiban.policy.Policies;
import org.yiban.policy.Result;
import org.yiban.policy.replay.Change.Difference;
import org.yiban.policy.tables.DecisionTableException;

/** Asks questions of a version of the tables and compares with what was answered before. */
public final class Replay {

    private static final String SEPARATOR = ";";

    private final Policies policies;

    public Replay(Policies policies) {
        this.policies = policies;
    }

    /**
     * Asks again.
     *
     * @throws ProblemException if the question's family does not exist
     */
    public Change ask(AnsweredQuestion question) {
        List<Result> declared = policies.declaredResults(question.family());
        try {
            Map<String, Object> results =
                    policies.decide(question.family(), stated(question)).results();
            return new Change(question, differences(declared, question.results(), results), null);
        } catch (ProblemException refusal) {
            return new Change(question, List.of(), refusal.getMessage());
        } catch (DecisionTableException defect) {
            return new Change(question, List.of(), defect.getMessage());
        }
    }

    /** Kept decisions hold derived facts too; they follow again. */
    private Map<String, String> stated(AnsweredQuestion question) {
        Set<String> declared = policies.declaredFacts(question.family()).stream()
                .map(Fact::name)
                .collect(Collectors.toSet());
        return question.facts().entrySet().stream()
                .filter(fact -> declared.contains(fact.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<Difference> differences(
            List<Result> declared, Map<String, Object> before, Map<String, Object> after) {
        List<Difference> found = new ArrayList<>();
        for (Result result : declared) {
            Object was = before.get(result.name());
            Object is = after.get(result.name());
            if (!same(was, is, result.ordered())) {
                found.add(new Difference(result.name(), was, is));
            }
        }
        return found;
    }

    /** Numbers by value, lists as sets unless their order means something. */
    private static boolean same(Object before, Object after, boolean ordered) {
        if (before == null || after == null) {
            return before == after;
        }
        if (before instanceof Number && after instanceof Number) {
            return new BigDecimal(before.toString()).compareTo(new BigDecimal(after.toString())) == 0;
        }
        String was = before.toString();
        String is = after.toString();
        return ordered ? was.equals(is) : parts(was).equals(parts(is));
    }

    private static Set<String> parts(String list) {
        return Arrays.stream(list.split(SEPARATOR)).collect(Collectors.toSet());
    }
}
