package org.yiban.walks;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** A few walks; {@link ManyTransferWalks} takes ten thousand. */
class TransferWalksTest extends TransferWalks {

    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void noCaseIsStuckAndNoMonthCountsTwice(@ForAll("moves") List<TransferMove> moves) {
        walk(moves);
    }
}
