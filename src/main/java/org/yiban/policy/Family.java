package org.yiban.policy;

import java.util.List;
import java.util.Map;

/**
 * A family of decisions of the contract: what it asks for, what follows from the facts without any document, and what
 * is counted once a table has spoken. Rules, thresholds and provisions stand in the tables alone.
 */
interface Family {

    String OUTCOME = "outcome";
    String BASIS = "basis";

    /** Name of the family and of its table files: {@code transfer-deadline}. */
    String name();

    /** Names of the facts it asks for, in order. */
    List<String> facts();

    /** Names of its results, in order. */
    List<String> results();

    /**
     * Reads the facts and derives what follows from them.
     *
     * @throws org.yiban.kernel.ProblemException naming every fact that is missing or wrong
     */
    Situation read(FactReader facts);

    /**
     * Makes the results of what the table says.
     *
     * @param row the outputs of the row that fired, by name; empty if no table spoke
     * @return results by name; {@code null} where nothing is stated
     */
    Map<String, Object> conclude(Situation situation, Map<String, Object> row);
}
