package org.yiban.walks;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Two hundred short walks; {@link ManyTransferWalks} takes ten thousand long ones. */
class TransferWalksTest extends TransferWalks {

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void noCaseIsStuckAndNoMonthCountsTwice(@ForAll("fewMoves") List<TransferMove> moves) {
        walk(moves);
    }
}
