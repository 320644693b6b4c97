package org.yiban.bulk.table;

import java.util.Locale;
import org.yiban.kernel.ProblemException;

/** The two forms in which a table comes and goes. */
public enum TableFormat {
    /** Comma-separated values in UTF-8. */
    CSV("text/csv;charset=UTF-8"),
    /** A workbook, the table in its first sheet. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String mediaType;

    TableFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** What the file is sent as. */
    public String mediaType() {
        return mediaType;
    }

    /** How its file names end, without dot. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws ProblemException naming the field if it is neither {@code csv} nor {@code xlsx} */
    public static TableFormat of(String field, String ending) {
        for (TableFormat format : values()) {
            if (format.ending().equals(ending)) {
                return format;
            }
        }
        throw ProblemException.invalid(field, ending, "应为 csv 或 xlsx");
    }

    /** @throws ProblemException if the name ends in neither */
    public static TableFormat ofName(String field, String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        for (TableFormat format : values()) {
            if (name.endsWith("." + format.ending())) {
                return format;
            }
        }
        throw ProblemException.invalid(field, fileName, "应为 .csv 或 .xlsx 文件；旧格式 .xls 请另存为 .xlsx");
    }
}
