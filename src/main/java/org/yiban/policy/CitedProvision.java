package org.yiban.policy;

/**
 * A provision as people read it beside a decision.
 *
 * @param id its id: {@code SD2021-54 art.(九)[2]}
 * @param document number and title of its document; {@code null} if no document has it, as an agency's own decision
 * @param statement what it says, short, in Chinese; {@code null} as above
 * @param secondary whether its document is known from secondary sources only
 */
public record CitedProvision(String id, String document, String statement, boolean secondary) {}
