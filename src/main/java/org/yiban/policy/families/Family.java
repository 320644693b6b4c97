package org.yiban.policy.families;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yiban.kernel.Violations;
import org.yiban.policy.Fact;
import org.yiban.policy.Result;
import org.yiban.policy.Steps;
import org.yiban.policy.TableOutput;
import org.yiban.policy.facts.DerivedFact;
import org.yiban.policy.facts.Facts;
import org.yiban.policy.tables.Row;

/**
 * A family of decisions of the contract: what it asks for, what follows from the facts without any document, and what
 * is counted once a table has spoken. Rules, thresholds and provisions stand in the tables alone.
 */
public interface Family {

    /** The fact that names the region whose documents speak, where a family does not say otherwise. */
    String REGION = "region";

    /** Name of the family and of its table files: {@code transfer-deadline}. */
    String name();

    /** What people read: 转移接续期限. */
    String label();

    /** The facts it asks for, in order. */
    List<Fact> facts();

    /** Names of those facts. */
    default Set<String> factNames() {
        return facts().stream().map(Fact::name).collect(Collectors.toSet());
    }

    /** The facts that follow, in order; one may follow from those before it. */
    default List<DerivedFact> derived() {
        return List.of();
    }

    /** The results it gives, in order. */
    List<Result> results();

    /** Names of those results. */
    default Set<String> resultNames() {
        return results().stream().map(Result::name).collect(Collectors.toSet());
    }

    /** The fact that names the region whose documents speak; {@code null} if none does. */
    default String regionFact() {
        return REGION;
    }

    /**
     * Facts that never come together, whatever the question: to each fact a test written as in a table's cell. Facts are
     * held to be independent of each other otherwise.
     */
    default List<Map<String, String>> impossible() {
        return List.of();
    }

    /** What its tables, those of its parts too, may state: results, and how to count others. */
    List<TableOutput> outputs();

    /** The fact, given or derived, that is the date on which a rule must be in force; it follows from required facts. */
    String businessDateFact();

    /** The date on which a rule must be in force. */
    default LocalDate businessDate(Facts facts) {
        return facts.date(businessDateFact());
    }

    /** What must hold between facts. Some may not be stated; a fact of another kind of trouble is reported already. */
    default void check(Facts facts, Violations violations) {}

    /**
     * Parts that are asked beside the family's own tables because other documents give them: {@code stay} of
     * {@code benefit-continuity} has tables {@code benefitContinuityStay_…} in the same files and lines of its own in
     * the precedence, as {@code benefit-continuity/stay}. A part without a row adds nothing.
     */
    default List<String> parts() {
        return List.of();
    }

    /**
     * Makes the results of what the tables say, REFER included; no row at all comes as a row with REFER alone.
     *
     * @param steps takes down how each result was counted
     * @return results by name; {@code null} where nothing is stated
     * @throws org.yiban.policy.facts.MissingFactsException if a fact that counting needs is not stated
     */
    Map<String, Object> conclude(Facts facts, Row row, Steps steps);

    /**
     * Makes the results of a part, likewise.
     *
     * @param decided the results of the family's own tables, as far as they are certain
     */
    default Map<String, Object> concludePart(
            String part, Facts facts, Row row, Map<String, Object> decided, Steps steps) {
        return row.values();
    }
}
