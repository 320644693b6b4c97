package org.yiban.policy.cases;

import org.yiban.policy.FactType;

/** A cell of a case file. */
@FunctionalInterface
interface CaseCell {

    /** A cell that states nothing. */
    CaseCell EMPTY = type -> "";

    /**
     * What it states, as the contract writes a value of that type; a spreadsheet keeps a month as a date, and numbers
     * without their form.
     *
     * @throws CaseFileException if it states nothing that could be read: a formula, an error
     */
    String text(FactType type);
}
