package org.yiban.walks;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** A few walks; {@link ManyRefundWalks} takes ten thousand. */
class RefundWalksTest extends RefundWalks {

    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void moneyIsNeverLostDoubledOrStuck(@ForAll("moves") List<Move> moves) {
        walk(moves);
    }
}
