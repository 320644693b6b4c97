package org.yiban.person.csv;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yiban.person.IdentityNumber;

/**
 * One row of a file: typed access to its cells. What cannot be read is noted among the problems and reads as
 * {@code null}, as an empty cell does.
 *
 * @param file name of the file
 * @param line line in the file, the header being line 1
 * @param cells text by column, stripped; empty cells are absent
 * @param problems where to note what is wrong
 */
record CsvRow(String file, long line, Map<String, String> cells, FileProblems problems) {

    private static final Pattern YEAR = Pattern.compile("(19|20)[0-9]{2}");
    private static final BigDecimal HIGHEST_AMOUNT = new BigDecimal("9999999.99");

    /** The name of a cell in a refusal: {@code file:line:column}. */
    String field(String column) {
        return file + ":" + line + ":" + column;
    }

    void problem(String column, String message) {
        problems.add(field(column), cells.get(column), message);
    }

    String required(String column) {
        String text = cells.get(column);
        if (text == null) {
            problem(column, "必填");
        }
        return text;
    }

    String optional(String column) {
        return cells.get(column);
    }

    IdentityNumber identityNumber(String column) {
        return problems.collect(() -> IdentityNumber.parse(field(column), cells.get(column)));
    }

    LocalDate day(String column) {
        String text = cells.get(column);
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            problem(column, "应为日期，如 2022-04-01");
            return null;
        }
    }

    YearMonth month(String column) {
        String text = required(column);
        if (text == null) {
            return null;
        }
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            problem(column, "应为年月，如 2022-04");
            return null;
        }
    }

    <E extends Enum<E>> E choice(String column, Class<E> type) {
        String text = cells.get(column);
        if (text == null) {
            return null;
        }
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(text)) {
                return value;
            }
        }
        String allowed = Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining("、"));
        problem(column, "应为 " + allowed);
        return null;
    }

    <E extends Enum<E>> E requiredChoice(String column, Class<E> type) {
        return required(column) == null ? null : choice(column, type);
    }

    boolean flag(String column) {
        String text = cells.get(column);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            problem(column, "应为 true 或 false");
        }
        return "true".equals(text);
    }

    /** Notes a wait that does not begin before the benefits. */
    void waitsBeforeBenefits(LocalDate waitingFrom, LocalDate benefitFrom) {
        if (waitingFrom != null && benefitFrom != null && !waitingFrom.isBefore(benefitFrom)) {
            problem("waitingFrom", "应早于待遇享受期首日 " + benefitFrom);
        }
    }

    /** A year, as in {@code 2024}. */
    Integer year(String column) {
        String text = cells.get(column);
        if (text == null) {
            return null;
        }
        if (!YEAR.matcher(text).matches()) {
            problem(column, "应为四位年份，如 2024");
            return null;
        }
        return Integer.valueOf(text);
    }

    /** Yuan with at most two decimals, not negative. */
    BigDecimal money(String column) {
        String text = cells.get(column);
        if (text == null) {
            return null;
        }
        try {
            BigDecimal amount = new BigDecimal(text);
            if (amount.signum() >= 0 && amount.scale() <= 2 && amount.compareTo(HIGHEST_AMOUNT) <= 0) {
                return amount.setScale(2);
            }
        } catch (NumberFormatException e) {
            problem(column, "应为金额（元），如 5000 或 5000.50");
            return null;
        }
        problem(column, "应为 0 至 " + HIGHEST_AMOUNT + " 元，最多两位小数");
        return null;
    }
}
