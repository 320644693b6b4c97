package org.yiban.exchange;

import java.util.UUID;

/**
 * A message between two pools, or between a pool and a partner outside.
 *
 * @param key unique among what its sender sends: the same effect sent twice carries the same key
 * @param type what it says, in the words of the feature that sends it
 * @param conversationId what the two sides call their common matter
 * @param payload JSON; it is stored encrypted and shown nowhere, since it may name people and accounts
 */
public record Message(String key, String type, Party from, Party to, UUID conversationId, String payload) {}
