package org.yiban.walks;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Thirty short walks; {@link ManyBackpayWalks} takes ten thousand long ones. */
class BackpayWalksTest extends BackpayWalks {

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void noCaseIsStuckAndNoMoneyIsLostOrDoubled(@ForAll("fewMoves") List<BackpayMove> moves) {
        walk(moves);
    }
}
