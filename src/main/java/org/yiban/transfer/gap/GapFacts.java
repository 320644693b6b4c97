package org.yiban.transfer.gap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.yiban.policy.known.KnownFact;
import org.yiban.policy.known.KnownFacts;

/**
 * The facts of a move as the family {@code benefit-continuity} asks for them. Whether the gap is paid is not among them: the
 * tables are asked both ways.
 */
record GapFacts(KnownFacts known) {

    static final String LAST_PAID_MONTH = "lastPaidMonth";
    static final String PAID_ON = "paidOn";
    static final String ARREARS_CLEARED = "arrearsCleared";

    /**
     * The question to the tables.
     *
     * @param paidOn day of the payment that is asked about
     * @param arrearsCleared whether the months between are paid
     */
    Map<String, String> question(LocalDate paidOn, boolean arrearsCleared) {
        Map<String, String> question = known.question();
        question.put(PAID_ON, paidOn.toString());
        question.put(ARREARS_CLEARED, String.valueOf(arrearsCleared));
        return question;
    }

    /** The first payment on the transfer-in side, which must be known. */
    LocalDate paidOn() {
        return LocalDate.parse(value(PAID_ON));
    }

    /** The value of a fact; {@code null} if it is not known. */
    String value(String name) {
        return known.question().get(name);
    }

    /** The same; those of the names have to be stated. */
    GapFacts asking(Collection<String> names) {
        return new GapFacts(new KnownFacts(known.all().stream()
                .map(fact -> new KnownFact(
                        fact.name(),
                        fact.label(),
                        fact.value(),
                        fact.source(),
                        fact.correctable(),
                        names.contains(fact.name()),
                        fact.corrected()))
                .toList()));
    }
}
