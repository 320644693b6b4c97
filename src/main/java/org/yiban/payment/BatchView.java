package org.yiban.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import org.yiban.kernel.CaseNumber;

/**
 * A batch as API, page and forms show it; account numbers are masked.
 *
 * @param own whether the reader drew it up, and so never approves it
 * @param stateTitle what people read of the state
 * @param way how its file leaves, in Chinese
 * @param receipt what the treasury said of the file, in Chinese; {@code null} without a receipt
 * @param files its files by their digests; empty before it leaves
 * @param lines the first of its payments
 * @param hiddenLines how many more there are
 * @param unknown payments of which the treasury does not know what became of them
 * @param results the result files that were taken
 */
public record BatchView(
        CaseNumber number,
        String pool,
        String poolName,
        BatchState state,
        String stateTitle,
        boolean own,
        int orders,
        BigDecimal total,
        int settledOrders,
        String payer,
        String drawnBy,
        ZonedDateTime drawnAt,
        String decidedBy,
        ZonedDateTime decidedAt,
        String refusal,
        ZonedDateTime leftAt,
        LocalDate resultsDueOn,
        String way,
        String receipt,
        List<FileDigest> files,
        List<BatchLine> lines,
        int hiddenLines,
        List<BatchLine> unknown,
        List<ResultsView> results,
        List<NoteView> history) {

    /**
     * A result file.
     *
     * @param by name of who uploaded it, or the treasury
     * @param unapplied how many of its results are not in the ledger yet
     */
    public record ResultsView(
            String name,
            String sha256,
            ZonedDateTime receivedAt,
            String by,
            int rows,
            int unapplied,
            int contradicted) {}

    /** @param byName name for people, or the system */
    public record NoteView(ZonedDateTime at, String byName, String text) {}
}
