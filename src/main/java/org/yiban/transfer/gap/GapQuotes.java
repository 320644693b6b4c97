package org.yiban.transfer.gap;

import java.time.LocalDate;

/**
 * What the tables say to a move, each way it may go.
 *
 * @param unpaidMonths months that nobody paid for
 * @param unpaid if the gap stays unpaid; the only answer where there is none
 * @param paid if it is paid in time; {@code null} if there is none
 * @param lastDay the last day on which a payment still covers the gap; {@code null} if none does, or if the tables name no
 *     end
 * @param late if it is paid after that day; {@code null} without such a day
 * @param bySenior whether a senior decided what holds, because the tables do not
 */
public record GapQuotes(
        int unpaidMonths,
        ContinuityQuote unpaid,
        ContinuityQuote paid,
        LocalDate lastDay,
        ContinuityQuote late,
        boolean bySenior) {

    /** Whether the tables leave open what holds, whichever way it goes. */
    boolean referred() {
        return unpaid.referred() && (paid == null || paid.referred());
    }

    /** Whether the gap may be paid. */
    boolean payable() {
        return unpaidMonths > 0 && (bySenior ? unpaid : paid).allowsPayment();
    }

    GapQuotes decidedBySenior(ContinuityQuote decided) {
        return new GapQuotes(unpaidMonths, decided, paid, lastDay, late, true);
    }
}
