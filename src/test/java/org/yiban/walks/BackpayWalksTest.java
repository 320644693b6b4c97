package org.yiban.walks;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Thirty short walks, the same each time; {@link ManyBackpayWalks} takes ten thousand long ones. */
class BackpayWalksTest extends BackpayWalks {

    @Property(tries = 30, seed = "20261124", shrinking = ShrinkingMode.OFF)
    void noCaseIsStuckAndNoMoneyIsLostOrDoubled(@ForAll("fewMoves") List<BackpayMove> moves) {
        walk(moves);
    }
}
