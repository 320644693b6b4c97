package org.yiban.bulk;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * A file as the API and pages show it.
 *
 * @param note why it is unreadable, was sent back, withdrawn or ended, or has stopped by itself
 * @param atWork whether the system is at work on it, so that it is worth asking again
 * @param rows how many rows it has, as far as they are read
 * @param unchecked rows that are not checked yet
 * @param faulty rows that cannot be accepted
 * @param ready rows that can, and have no case yet
 * @param opened rows that have their case
 * @param failed rows whose case could not be opened
 * @param totals what can be accepted, by outcome
 * @param sampleSize how many rows the sample has; 0 until it is drawn
 * @param seed by which it was drawn, as text: it has more digits than browsers keep
 * @param contentsDeletedAt when the contents of its rows were deleted
 * @param own whether the reader sent it in or submitted it, and so cannot release it
 * @param may what the reader may do with it now
 */
public record BulkFileView(
        long id,
        String kind,
        String kindTitle,
        String pool,
        String poolName,
        String name,
        String format,
        String digest,
        long bytes,
        BulkFileState state,
        String stateTitle,
        String note,
        boolean atWork,
        String uploadedBy,
        OffsetDateTime uploadedAt,
        String submittedBy,
        OffsetDateTime submittedAt,
        String decidedBy,
        OffsetDateTime decidedAt,
        OffsetDateTime endedAt,
        OffsetDateTime contentsDeletedAt,
        int rows,
        int unchecked,
        int faulty,
        int ready,
        int opened,
        int failed,
        List<Total> totals,
        BigDecimal amount,
        int sampleSize,
        String seed,
        boolean own,
        May may,
        List<Event> history) {

    /** Rows of one outcome; amount is yuan, {@code null} where none has any. */
    public record Total(String outcome, String title, int rows, BigDecimal amount) {}

    /** What the reader may do. */
    public record May(
            boolean submit,
            boolean withdraw,
            boolean stop,
            boolean resume,
            boolean retry,
            boolean end,
            boolean seeContents) {}

    /** What happened; {@code by} is the name of who did it, {@code null} for the system. */
    public record Event(OffsetDateTime at, String by, String text) {}

    /** A file in a list. */
    public record Line(
            long id,
            String kindTitle,
            String poolName,
            String name,
            BulkFileState state,
            String stateTitle,
            boolean atWork,
            int rows,
            int faulty,
            int opened,
            String uploadedBy,
            OffsetDateTime uploadedAt) {}

    /**
     * A row.
     *
     * @param cells as they were written below the columns of {@link Rows#columns}, personal data masked; empty if deleted
     * @param told the same in one text
     * @param wrong what is wrong with it, or why its case could not be opened
     * @param sampled why it is in the sample
     */
    public record Row(
            int number,
            String state,
            List<String> cells,
            String told,
            String outcome,
            BigDecimal amount,
            String basis,
            String sampled,
            String caseNumber,
            String wrong) {}

    /**
     * Some rows.
     *
     * @param columns titles of the columns
     * @param rows in order
     * @param more whether there are more than these
     */
    public record Rows(List<String> columns, List<Row> rows, boolean more) {}
}
