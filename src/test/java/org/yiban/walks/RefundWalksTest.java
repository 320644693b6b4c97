package org.yiban.walks;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** A few walks, the same each time; {@link ManyRefundWalks} takes ten thousand. */
class RefundWalksTest extends RefundWalks {

    @Property(tries = 6, seed = "20261124", shrinking = ShrinkingMode.OFF)
    void moneyIsNeverLostDoubledOrStuck(@ForAll("moves") List<Move> moves) {
        walk(moves);
    }
}
