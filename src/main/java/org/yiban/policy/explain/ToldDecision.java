package org.yiban.policy.explain;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.yiban.policy.Explanation;

/**
 * A decision as systems get it: the data, and what people read.
 *
 * @param explanation the data
 * @param sentences what a clerk says, in order
 * @param source table, version and rule; {@code null} if no table answered
 */
public record ToldDecision(@JsonUnwrapped Explanation explanation, List<String> sentences, String source) {}
