package org.yiban.policy.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * Reads cases from an {@code .xlsx} workbook: a sheet for each case file, named after it. Sheets without content and the
 * list of sheets are passed over, empty rows and columns at the end too.
 */
final class WorkbookCases {

    /** The sheet that lists the others. */
    static final String CONTENTS = "目录";

    private static final int HEADER_BYTES = 8;

    private WorkbookCases() {}

    /** @throws CaseFileException naming the file if it is no workbook that can be read */
    static List<CaseSheet> read(Path file) {
        requireWorkbook(file);
        List<CaseSheet> sheets = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true))) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                CaseSheet read = sheet(file, sheet);
                if (!sheet.getName().equals(CONTENTS) && !read.rows().isEmpty()) {
                    sheets.add(read);
                }
            }
        } catch (IOException | UncheckedIOException | ExcelReaderException e) {
            throw new CaseFileException("%s：这个工作簿读不懂（%s）".formatted(file, e.getMessage()));
        }
        if (sheets.isEmpty()) {
            throw new CaseFileException("%s：没有案例".formatted(file));
        }
        return sheets;
    }

    private static void requireWorkbook(Path file) {
        byte[] header;
        try (InputStream content = Files.newInputStream(file)) {
            header = content.readNBytes(HEADER_BYTES);
        } catch (IOException e) {
            throw new CaseFileException("%s：读不到（%s）".formatted(file, e.getMessage()));
        }
        boolean complete = header.length == HEADER_BYTES;
        if (complete && ReadableWorkbook.isOLE2Header(header)) {
            throw new CaseFileException("%s：加了密码，或者是旧格式（.xls）；请另存为不带密码的 .xlsx".formatted(file));
        }
        if (!complete || !ReadableWorkbook.isOOXMLZipHeader(header)) {
            throw new CaseFileException("%s：不是 .xlsx 工作簿".formatted(file));
        }
    }

    private static CaseSheet sheet(Path file, Sheet sheet) throws IOException {
        String place = file + " 工作表 " + sheet.getName();
        List<CaseRow> rows = new ArrayList<>();
        int columns = 0;
        for (Row row : sheet.read()) {
            List<CaseCell> cells = cells(place, row);
            while (cells.size() < columns) {
                cells.add(CaseCell.EMPTY);
            }
            if (!cells.isEmpty() && !cells.stream().allMatch(CaseCell.EMPTY::equals)) {
                columns = rows.isEmpty() ? cells.size() : columns;
                rows.add(new CaseRow(row.getRowNum(), cells));
            }
        }
        return new CaseSheet(place, sheet.getName(), rows);
    }

    /** The cells of a row up to the last that holds something. */
    private static List<CaseCell> cells(String place, Row row) {
        List<CaseCell> cells = new ArrayList<>();
        int filled = 0;
        for (int column = 0; column < row.getCellCount(); column++) {
            CaseCell cell = row.getOptionalCell(column)
                    .map(found -> WorkbookCell.of(place, found))
                    .orElse(CaseCell.EMPTY);
            cells.add(cell);
            filled = cell == CaseCell.EMPTY ? filled : cells.size();
        }
        return new ArrayList<>(cells.subList(0, filled));
    }
}
