package org.yiban.exchange;

import java.util.UUID;
import org.yiban.region.RegionCode;

/**
 * A message between two pools.
 *
 * @param key unique for its effect: the same effect sent twice carries the same key
 * @param type what it says, in the words of the feature that sends it
 * @param conversationId what the two sides call their common matter
 * @param payload JSON without identity numbers or other personal data in clear
 */
public record Message(String key, String type, RegionCode from, RegionCode to, UUID conversationId, String payload) {}
