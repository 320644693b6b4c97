package org.yiban.bulk;

/** Personal data as staff see them unless they ask for them in full. */
final class Masked {

    private static final int SHOWN_AT_END = 4;
    private static final int SHOWN_AT_START = 3;

    private Masked() {}

    /** A cell: the first three and last four characters of what is hidden, valid or not; a short one hidden whole. */
    static String cell(ColumnType type, String cell) {
        int length = cell.length();
        if (!type.masked()) {
            return cell;
        }
        if (length <= SHOWN_AT_START + SHOWN_AT_END) {
            return "*".repeat(length);
        }
        return cell.substring(0, SHOWN_AT_START)
                + "*".repeat(length - SHOWN_AT_START - SHOWN_AT_END)
                + cell.substring(length - SHOWN_AT_END);
    }
}
