package org.yiban.policy.cases;

import java.util.List;

/**
 * Cases of one family as a file has them: a CSV file, or a sheet of a workbook.
 *
 * @param place what messages call it: its path, for a sheet its name too
 * @param stem its name, {@code <family>} or {@code <family>-<word>}
 * @param rows the header and the cases, without empty rows
 */
record CaseSheet(String place, String stem, List<CaseRow> rows) {

    CaseFileException wrong(long line, String what) {
        return new CaseFileException("%s 第 %d 行：%s".formatted(place, line, what));
    }
}
