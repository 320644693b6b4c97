package org.yiban.exchange;

import java.time.ZonedDateTime;
import java.util.UUID;

/**
 * A message as those see it who watch over the exchange: without its payload.
 *
 * @param id its number in the box
 * @param at when it came into the box
 * @param attempts how often it was tried in vain
 * @param nextAttemptAt when it is tried again; {@code null} if it is not
 * @param endedAt when it was delivered, handled or refused; {@code null} while it waits
 * @param why why it is not done, in Chinese where we know; {@code null} if nothing is known
 */
public record MessageRow(
        Box box,
        long id,
        String key,
        String type,
        Party from,
        Party to,
        UUID conversationId,
        MessageState state,
        ZonedDateTime at,
        int attempts,
        ZonedDateTime nextAttemptAt,
        ZonedDateTime endedAt,
        String why) {}
