package org.yiban.reference.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.yiban.reference.FigureKind;
import org.yiban.reference.FigureNature;
import org.yiban.reference.FigureProposal.ReviewOutcome;

/** What the page of reference data shows. */
final class ReferenceViews {

    private ReferenceViews() {}

    /**
     * What there is to see, and what the person may do.
     *
     * @param regions the person's pools and their provinces
     * @param mayKeep regions whose figures the person may propose, release and return
     */
    record Overview(List<KindView> kinds, List<RegionName> regions, List<RegionName> mayKeep) {}

    /**
     * A kind of figure.
     *
     * @param wage whether it belongs to a year, without first and last day
     * @param rate whether it is a fraction, and not yuan a month
     */
    record KindView(FigureKind code, String title, boolean wage, boolean rate) {}

    record RegionName(String code, String name) {}

    /**
     * A figure.
     *
     * @param said its value as people read it: {@code 7%} or {@code 6000.00 元}
     * @param natureTitle what people read
     */
    record FigureView(
            long id,
            FigureKind kind,
            String kindTitle,
            String region,
            String regionName,
            int year,
            LocalDate from,
            LocalDate until,
            BigDecimal value,
            String said,
            String identity,
            String accountType,
            LocalDate announcedOn,
            String source,
            FigureNature nature,
            String natureTitle) {}

    /**
     * A figure on record.
     *
     * @param proposedBy name of who proposed it; {@code null} if it came with the application
     * @param releasedBy name of who released it, likewise
     * @param mayCorrect whether the person may propose another in its place, or that it be withdrawn
     */
    record RecordedView(
            FigureView figure,
            boolean inUse,
            Long replaces,
            Long replacedBy,
            Long withdrawnBy,
            String proposedBy,
            OffsetDateTime proposedAt,
            String releasedBy,
            OffsetDateTime releasedAt,
            boolean mayCorrect) {}

    /** A figure of a proposal, and the number of the one that it corrects. */
    record LineView(FigureView figure, Long replaces) {}

    /**
     * Figures that somebody put forward, or the withdrawal of one.
     *
     * @param outcome {@code null} as long as nobody has looked at it
     * @param mayReview whether the person may release or return it
     * @param mayTakeBack whether the person may take it back
     */
    record ProposalView(
            long id,
            String file,
            boolean withdrawal,
            String note,
            String proposedBy,
            OffsetDateTime proposedAt,
            ReviewOutcome outcome,
            String reason,
            String reviewedBy,
            OffsetDateTime reviewedAt,
            List<LineView> lines,
            boolean mayReview,
            boolean mayTakeBack) {}
}
