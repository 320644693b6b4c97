package org.yiban.reference;

import java.time.OffsetDateTime;

/**
 * A released figure with all that became of it.
 *
 * @param replaces number of the figure that it corrects, or {@code null}
 * @param shipped whether it came with the application
 * @param proposedBy user id
 * @param releasedBy user id of the other person
 * @param replacedBy number of the figure that corrects it, or {@code null}
 * @param withdrawnBy number of the proposal by which it was withdrawn, or {@code null}
 */
public record RecordedFigure(
        Figure figure,
        Long replaces,
        long proposal,
        boolean shipped,
        String proposedBy,
        OffsetDateTime proposedAt,
        String releasedBy,
        OffsetDateTime releasedAt,
        Long replacedBy,
        Long withdrawnBy) {

    /** Whether it holds: neither replaced nor withdrawn. */
    public boolean inUse() {
        return replacedBy == null && withdrawnBy == null;
    }
}
