package org.yiban.bulk;

import java.util.List;

/**
 * A row as it is kept, with its contents.
 *
 * @param together number of the first row that must be examined together with it
 * @param cells as they were written; empty if they were deleted
 * @param problems what keeps it from being accepted
 * @param preview how it would be decided; {@code null} if it was not found acceptable
 * @param sampled why it is in the sample: LARGEST or RANDOM; {@code null} if it is not
 * @param caseNumber its case; {@code null} if none was opened
 * @param failure why its case could not be opened the last time
 */
record KeptRow(
        int number,
        int together,
        RowState state,
        List<String> cells,
        List<RowProblem> problems,
        RowPreview preview,
        String sampled,
        String caseNumber,
        String failure) {}
