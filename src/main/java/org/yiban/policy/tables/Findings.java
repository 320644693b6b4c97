package org.yiban.policy.tables;

import java.util.List;
import java.util.Set;

/**
 * What documents answer to facts of which some are open.
 *
 * @param answers every answer that some values of the open facts bring about, each once; never none
 * @param decisive the open facts on which it depends which of them it is; empty if there is one answer
 */
public record Findings<A>(List<A> answers, Set<String> decisive) {}
