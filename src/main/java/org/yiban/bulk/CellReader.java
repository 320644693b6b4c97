package org.yiban.bulk;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yiban.kernel.ProblemException;
import org.yiban.person.IdentityNumber;

/** Reads a cell by the type of its column into the one form in which the code meets it. */
final class CellReader {

    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_NAME = 50;
    private static final BigDecimal MOST = new BigDecimal("9999999999.99");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{6,32}");
    private static final Pattern PHONE = Pattern.compile("1\\d{10}|0\\d{2,3}-?\\d{7,8}");
    private static final Pattern AS_NUMBER = Pattern.compile("[0-9.]+[Ee]\\+?[0-9]+");
    private static final Pattern DAY = Pattern.compile(
            "(\\d{4})(?:-(\\d{1,2})-(\\d{1,2})|/(\\d{1,2})/(\\d{1,2})|(\\d{2})(\\d{2})|年(\\d{1,2})月(\\d{1,2})日)");
    private static final Pattern MONTH =
            Pattern.compile("(\\d{4})(?:-(\\d{1,2})(?:-01)?|/(\\d{1,2})|(\\d{2})|年(\\d{1,2})月)");
    private static final Pattern MONEY =
            Pattern.compile("(?:[0-9]{1,10}|[0-9]{1,3}(?:,[0-9]{3}){1,3})(?:\\.[0-9]{1,2})?");

    private CellReader() {}

    /**
     * The value of a cell; {@code null} if the cell is empty.
     *
     * @throws ProblemException with what is wrong and what is allowed; what was written is not repeated
     */
    static String read(BulkColumn column, String cell) {
        if (cell.isEmpty()) {
            return null;
        }
        if (cell.startsWith("=")) {
            throw wrong(column, "是公式，请改成它的值");
        }
        if (cell.chars().anyMatch(Character::isISOControl)) {
            throw wrong(column, "不能含有换行等控制字符");
        }
        return switch (column.type()) {
            case TEXT -> text(column, cell, LONGEST_TEXT);
            case NAME -> text(column, cell, LONGEST_NAME);
            case IDENTITY_NUMBER ->
                IdentityNumber.parse(column.name(), typed(column, cell)).value();
            case ACCOUNT_NUMBER -> account(column, typed(column, cell).replace(" ", ""));
            case DATE -> date(column, cell);
            case MONTH -> month(column, cell);
            case MONEY -> money(column, cell);
            case PHONE -> phone(column, cell);
            case CHOICE -> choice(column, cell);
        };
    }

    private static String text(BulkColumn column, String cell, int longest) {
        if (cell.length() > longest) {
            throw wrong(column, "不超过 " + longest + " 个字");
        }
        return cell;
    }

    /** A long number that a spreadsheet kept as a number has lost its last digits. */
    private static String typed(BulkColumn column, String cell) {
        if (AS_NUMBER.matcher(cell).matches()) {
            throw wrong(column, "被存成了数字，末几位已经丢失；请把这一列设为文本格式，重新填写");
        }
        return cell;
    }

    private static String account(BulkColumn column, String cell) {
        if (!ACCOUNT.matcher(cell).matches()) {
            throw wrong(column, "应为 6 到 32 位数字");
        }
        return cell;
    }

    private static String date(BulkColumn column, String cell) {
        Matcher parts = DAY.matcher(cell);
        if (parts.matches()) {
            try {
                return LocalDate.parse("%s-%02d-%02d"
                                .formatted(parts.group(1), part(parts, 2, 4, 6, 8), part(parts, 3, 5, 7, 9)))
                        .toString();
            } catch (DateTimeParseException notADay) {
                throw wrong(column, "没有这一天");
            }
        }
        throw wrong(column, "应为日期，如 2026-02-12");
    }

    private static String month(BulkColumn column, String cell) {
        Matcher parts = MONTH.matcher(cell);
        if (parts.matches()) {
            try {
                return YearMonth.parse("%s-%02d".formatted(parts.group(1), part(parts, 2, 3, 4, 5)))
                        .toString();
            } catch (DateTimeParseException notAMonth) {
                throw wrong(column, "没有这个月份");
            }
        }
        throw wrong(column, "应为月份，如 2026-02");
    }

    private static int part(Matcher parts, int... groups) {
        for (int group : groups) {
            if (parts.group(group) != null) {
                return Integer.parseInt(parts.group(group));
            }
        }
        throw new IllegalStateException("no such part");
    }

    private static String money(BulkColumn column, String cell) {
        if (!MONEY.matcher(cell).matches()) {
            throw wrong(column, "应为金额（元），最多两位小数，如 380.00");
        }
        BigDecimal amount = new BigDecimal(cell.replace(",", "")).setScale(2);
        if (amount.signum() == 0 || amount.compareTo(MOST) > 0) {
            throw wrong(column, "应大于 0，不超过 " + MOST);
        }
        return amount.toPlainString();
    }

    private static String phone(BulkColumn column, String cell) {
        if (!PHONE.matcher(cell).matches()) {
            throw wrong(column, "应为 11 位手机号或带区号的固定电话");
        }
        return cell;
    }

    private static String choice(BulkColumn column, String cell) {
        String meaning = column.choices().get(cell);
        if (meaning == null) {
            throw wrong(column, "应为 " + column.allowed());
        }
        return meaning;
    }

    private static ProblemException wrong(BulkColumn column, String message) {
        return ProblemException.invalid(column.name(), null, message);
    }
}
