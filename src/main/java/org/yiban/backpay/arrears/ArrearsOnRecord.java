package org.yiban.backpay.arrears;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What paid arrears left on record.
 *
 * @param paidOn the day on which the months are recorded to be paid
 */
record ArrearsOnRecord(LocalDate paidOn, List<Run> runs) {

    ArrearsOnRecord {
        runs = List.copyOf(runs);
    }

    /** How many months. */
    int months() {
        return runs.stream().mapToInt(run -> run.months().size()).sum();
    }

    /** The months that a run left there. */
    SortedSet<YearMonth> months(String fact) {
        return run(fact).map(Run::months).orElseGet(Collections::emptySortedSet);
    }

    /** What a run left in the personal account, yuan. */
    BigDecimal credited(String fact) {
        return run(fact).map(Run::credited).orElse(Cents.NONE);
    }

    private Optional<Run> run(String fact) {
        return runs.stream().filter(run -> run.fact().equals(fact)).findFirst();
    }

    /**
     * A run of months.
     *
     * @param fact the name of its base
     * @param months those that were not there before
     * @param credited what was credited to the personal account, yuan
     */
    record Run(String fact, SortedSet<YearMonth> months, BigDecimal credited) {}
}
