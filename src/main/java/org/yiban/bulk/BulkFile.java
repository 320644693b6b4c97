package org.yiban.bulk;

import java.time.OffsetDateTime;
import java.util.List;
import org.yiban.bulk.table.TableFormat;
import org.yiban.region.RegionCode;

/**
 * A file as it is kept.
 *
 * @param digest SHA-256 of its contents
 * @param bytes its size
 * @param note why it is unreadable, was sent back or withdrawn, or has stopped by itself; else {@code null}
 * @param header the titles of its columns as they stand in it; empty until read
 * @param rowCount how many rows were read so far, the header not counted
 * @param seed by which the sample was drawn; {@code null} until submitted
 * @param decidedBy who released it or sent it back
 * @param endedAt since when nothing is left to be done; {@code null} before
 * @param emptiedAt when the contents of its rows were deleted; {@code null} before
 * @param tries how often the system has failed to check it
 */
record BulkFile(
        long id,
        String kind,
        RegionCode pool,
        String name,
        TableFormat format,
        String digest,
        long bytes,
        BulkFileState state,
        String note,
        List<String> header,
        int rowCount,
        Long seed,
        String uploadedBy,
        OffsetDateTime uploadedAt,
        String submittedBy,
        OffsetDateTime submittedAt,
        String decidedBy,
        OffsetDateTime decidedAt,
        OffsetDateTime endedAt,
        OffsetDateTime emptiedAt,
        int tries) {}
