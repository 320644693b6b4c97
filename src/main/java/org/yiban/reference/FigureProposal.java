package org.yiban.reference;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * Figures that one person put forward, or the withdrawal of one; and what became of it.
 *
 * @param file name of the file they came in; {@code null} where one was typed
 * @param withdraws number of the figure that is to be withdrawn; {@code null} where figures are put forward
 * @param note what was said with it; why a figure is to be withdrawn
 * @param shipped whether it came with the application
 * @param proposedBy user id
 * @param review {@code null} as long as nobody has looked at it
 * @param lines its figures; of a withdrawal the one that is withdrawn
 */
public record FigureProposal(
        long id,
        String file,
        Long withdraws,
        String note,
        boolean shipped,
        String proposedBy,
        OffsetDateTime proposedAt,
        Review review,
        List<Line> lines) {

    /**
     * A figure of a proposal.
     *
     * @param replaces number of the figure that it corrects, or {@code null}
     */
    public record Line(Figure figure, Long replaces) {}

    /**
     * What became of a proposal.
     *
     * @param reason why it was returned, else {@code null}
     * @param by user id
     */
    public record Review(ReviewOutcome outcome, String reason, String by, OffsetDateTime at) {}

    /** What can become of a proposal. */
    public enum ReviewOutcome {
        /** Another person released it: its figures are in use. */
        RELEASED,
        /** Another person returned it with a reason: nothing of it is in use. */
        RETURNED,
        /** Who proposed it took it back. */
        TAKEN_BACK
    }
}
