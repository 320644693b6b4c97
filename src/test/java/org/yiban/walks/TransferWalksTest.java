package org.yiban.walks;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Two hundred short walks, the same each time; {@link ManyTransferWalks} takes ten thousand long ones. */
class TransferWalksTest extends TransferWalks {

    @Property(tries = 200, seed = "20261124", shrinking = ShrinkingMode.OFF)
    void noCaseIsStuckAndNoMonthCountsTwice(@ForAll("fewMoves") List<TransferMove> moves) {
        walk(moves);
    }
}
