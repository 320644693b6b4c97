package org.yiban.policy.cases;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.yiban.policy.FactType;

/**
 * A cell of a workbook, whatever the spreadsheet program made of what was typed into it: text, a number, a date, a
 * truth value. Formulas are refused: what they came to when the file was written may be out of date, or absent.
 */
record WorkbookCell(String place, Cell cell) implements CaseCell {

    /** A spreadsheet keeps numbers in binary and shows fifteen digits of them. */
    private static final MathContext SHOWN = new MathContext(15);

    private static final Pattern NOT_A_DATE_PART = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]");
    private static final Pattern DATE_PART = Pattern.compile("[yYmMdD]");

    /** The cell, or {@link CaseCell#EMPTY} if there is nothing in it. */
    static CaseCell of(String place, Cell cell) {
        boolean blank = cell == null
                || cell.getType() == CellType.EMPTY
                || cell.getType() == CellType.STRING && cell.asString().isBlank();
        return blank ? CaseCell.EMPTY : new WorkbookCell(place, cell);
    }

    @Override
    public String text(FactType type) {
        return switch (cell.getType()) {
            case STRING -> text(cell.asString().strip());
            case BOOLEAN -> cell.asBoolean().toString();
            case NUMBER -> isDate() ? date(cell.asDate(), type) : number(cell.asNumber());
            case FORMULA -> throw unreadable("是公式（=%s），请改成它的值".formatted(cell.getFormula()));
            case ERROR -> throw unreadable("是错误值（%s）".formatted(cell.getRawValue()));
            case EMPTY -> "";
        };
    }

    private static String text(String text) {
        boolean truth = text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
        return truth ? text.toLowerCase(Locale.ROOT) : text;
    }

    private static String number(BigDecimal number) {
        return number.round(SHOWN).stripTrailingZeros().toPlainString();
    }

    /** A month is kept as its first day; any other day is no month, and is left for the fact to refuse. */
    private static String date(LocalDateTime moment, FactType type) {
        if (!moment.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return moment.toString();
        }
        boolean month = type == FactType.MONTH && moment.getDayOfMonth() == 1;
        return month ? YearMonth.from(moment).toString() : moment.toLocalDate().toString();
    }

    /** Built-in formats have numbers; 27 to 36 and 50 to 58 are dates in Chinese, Japanese and Korean versions. */
    private boolean isDate() {
        Integer format = cell.getDataFormatId();
        if (format == null) {
            return false;
        }
        boolean builtIn = format >= 14 && format <= 17
                || format == 22
                || format >= 27 && format <= 36
                || format >= 50 && format <= 58;
        String pattern = cell.getDataFormatString();
        return builtIn
                || pattern != null
                        && DATE_PART
                                .matcher(NOT_A_DATE_PART.matcher(pattern).replaceAll(""))
                                .find();
    }

    private CaseFileException unreadable(String what) {
        return new CaseFileException("%s 第 %d 行 %s 列：%s"
                .formatted(
                        place,
                        cell.getAddress().getRow() + 1,
                        cell.getAddress().toString().replaceAll("\\d", ""),
                        what));
    }
}
