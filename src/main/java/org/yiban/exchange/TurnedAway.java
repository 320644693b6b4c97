package org.yiban.exchange;

import java.time.ZonedDateTime;

/**
 * A signed message of a partner that was not let in.
 *
 * @param partner who signed it
 * @param to whom it names as its receiver, as it was written
 * @param key its key, as it was written; empty if it could not be read
 * @param type its type, as it was written; empty if it could not be read
 * @param why why, in Chinese
 * @param times how often it came
 */
public record TurnedAway(
        long id,
        String partner,
        String to,
        String key,
        String type,
        String why,
        ZonedDateTime firstAt,
        ZonedDateTime lastAt,
        int times) {}
