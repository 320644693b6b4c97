package org.yiban.walks;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * Ten thousand walks, as a command of its own: {@code mvn -q -Dtest=ManyRefundWalks
 * -Djqwik.reporting.onlyfailures=false test}. So jqwik reports the seed, and how many walks there were.
 */
class ManyRefundWalks extends RefundWalks {

    @Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
    void moneyIsNeverLostDoubledOrStuck(@ForAll("moves") List<Move> moves) {
        walk(moves);
    }
}
