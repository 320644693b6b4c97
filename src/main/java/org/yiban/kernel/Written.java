package org.yiban.kernel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;

/** Days, months and fractions as people read them. */
public final class Written {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy年M月");

    private Written() {}

    /** 2026年2月12日. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** 2026年2月. */
    public static String month(YearMonth month) {
        return MONTH.format(month);
    }

    /** A fraction in percent, without digits that say nothing: 7%. */
    public static String percent(BigDecimal fraction) {
        BigDecimal percent = fraction.movePointRight(2).stripTrailingZeros();
        return (percent.scale() < 0 ? percent.setScale(0) : percent).toPlainString() + "%";
    }
}
