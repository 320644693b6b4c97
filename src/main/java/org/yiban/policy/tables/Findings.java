package org.yiban.policy.tables;

import java.util.List;
import java.util.Set;

/**
 * What documents answer to facts of which some are open.
 *
 * @param answers every answer that some values of the open facts bring about, each once; never none
 * @param decisive the open facts on which it depends which of them it is; empty if there is one answer
 * @param nearest the rules that came nearest to firing without doing so, of the documents that were asked: fewest cells
 *     that fail first, then in the order of documents and rows; {@value #MOST_NEAR} at most
 */
public record Findings<A>(List<A> answers, Set<String> decisive, List<NearMiss> nearest) {

    /** How many rules that did not fire are told. */
    public static final int MOST_NEAR = 3;
}
