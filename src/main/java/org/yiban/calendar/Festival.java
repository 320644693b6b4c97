package org.yiban.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The seven festivals of a year (全国年节及纪念日放假办法), each with the days between which one of its days off always lies:
 * for those of the lunar calendar the whole range of their solar dates. A file that says otherwise is misread or miswritten.
 */
enum Festival {
    NEW_YEAR("元旦", 1, 1, 1, 1),
    SPRING_FESTIVAL("春节", 1, 20, 2, 22),
    TOMB_SWEEPING("清明节", 4, 4, 4, 6),
    LABOUR_DAY("劳动节", 5, 1, 5, 1),
    DRAGON_BOAT("端午节", 5, 26, 6, 26),
    MID_AUTUMN("中秋节", 9, 6, 10, 9),
    NATIONAL_DAY("国庆节", 10, 1, 10, 1);

    private static final String AND = "、";

    private final String title;
    private final MonthDay earliest;
    private final MonthDay latest;

    Festival(String title, int month, int day, int lastMonth, int lastDay) {
        this.title = title;
        this.earliest = MonthDay.of(month, day);
        this.latest = MonthDay.of(lastMonth, lastDay);
    }

    String title() {
        return title;
    }

    /** When it is, as people say it. */
    String season() {
        String from = said(earliest);
        return earliest.equals(latest) ? from : from + "至" + said(latest);
    }

    boolean within(LocalDate day) {
        MonthDay of = MonthDay.from(day);
        return !of.isBefore(earliest) && !of.isAfter(latest);
    }

    /** Whether a name, such as 国庆节、中秋节, names it. */
    boolean namedIn(String name) {
        return Arrays.asList(name.split(AND)).contains(title);
    }

    static List<String> titles() {
        return Arrays.stream(values()).map(Festival::title).toList();
    }

    /** The part of a name that is none of the seven; empty if all are. */
    static Optional<String> unknownIn(String name) {
        return Arrays.stream(name.split(AND, -1))
                .filter(part -> !titles().contains(part))
                .findFirst();
    }

    private static String said(MonthDay day) {
        return day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
