package org.yiban.policy.register;

import java.time.ZonedDateTime;
import java.util.List;

/**
 * A packaged file that differs: from the one packaged before, or from the one that a publication was made from.
 *
 * @param path the file
 * @param before the short version it is compared with; {@code null} if there was none
 * @param after the short version packaged; {@code null} if it is packaged no longer
 * @param firstSeenAt when the packaged version was first seen; {@code null} where a publication's base is compared
 * @param changes what differs
 */
public record PackagedChange(
        String path, String before, String after, ZonedDateTime firstSeenAt, List<RuleChange> changes) {

    public PackagedChange {
        changes = List.copyOf(changes);
    }
}
