package org.yiban.bulk;

import java.util.List;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;

/**
 * A kind of application that files may hold many of, a row each. A feature provides it as a bean; everything that does
 * not depend on the kind (reading, progress, sample, four eyes, starting, stopping, files to send back) is done here.
 */
public interface BulkKind {

    /** Identifier, stable for machines: capital letters and underscores, as settings tables ask for it. */
    String key();

    /** Chinese name. */
    String title();

    /** What a row states, in the order of the template; names and titles are unique. */
    List<BulkColumn> columns();

    /**
     * What two rows have in common that ask for the same thing: the second is refused. Never kept.
     *
     * @param row a row whose cells are all of their columns' types
     */
    String sameness(BulkRow row);

    /**
     * What rows have in common that can only be judged together, as the person they are about: they come in one call of
     * {@link #examine}, wherever they stand in the file. Never kept.
     *
     * @param row likewise
     */
    String together(BulkRow row);

    /**
     * Checks rows against what is on record and against each other, and says how each would be decided. Changes nothing.
     * Called for about a thousand rows, so it reads what it needs for all of them at once; two rows of a file never have
     * the same {@link #sameness}.
     *
     * @param rows those that belong {@link #together} one after the other, in the order of the file
     * @return one entry for each row, in any order
     */
    List<ExaminedRow> examine(RegionCode pool, List<BulkRow> rows);

    /**
     * Makes ready to open cases of rows that were released: reads what it needs for all of them at once. Changes nothing.
     * Their cases are opened within seconds, some perhaps by another node.
     */
    RowOpener opener(Release release, List<BulkRow> rows);

    /** Opens the cases of some rows. */
    @FunctionalInterface
    interface RowOpener {

        /**
         * Opens the case of one of the rows and starts its process, in the caller's transaction, which holds this one case.
         * Called again with the same key it returns the same case: keep the key with {@link
         * org.yiban.casework.Submissions}. No person is logged in.
         *
         * @param preview the decision that the reviewer was shown; where the case comes to another one, people look at it
         * @param key of this row alone, {@code <file>/<row>} with letters before
         * @throws org.yiban.kernel.ProblemException if the row can no longer be accepted; it is kept as failed, with the
         *     message
         */
        CaseNumber open(BulkRow row, RowPreview preview, String key);
    }
}
