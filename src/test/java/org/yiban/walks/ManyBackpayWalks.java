package org.yiban.walks;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * As many walks as the command asks for: {@code mvn -q -Dtest=ManyBackpayWalks -Djqwik.tries.default=10000
 * -Djqwik.reporting.onlyfailures=false test}. So jqwik reports the seed, and how many walks there were; the same
 * walks are taken again with {@code @Property(seed = …)}.
 */
class ManyBackpayWalks extends BackpayWalks {

    @Property(shrinking = ShrinkingMode.OFF)
    void noCaseIsStuckAndNoMoneyIsLostOrDoubled(@ForAll("moves") List<BackpayMove> moves) {
        walk(moves);
    }
}
