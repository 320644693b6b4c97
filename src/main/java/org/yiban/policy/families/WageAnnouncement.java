package org.yiban.policy.families;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yiban.kernel.ProblemException;
import org.yiban.policy.Steps;
import org.yiban.policy.counting.Money;
import org.yiban.policy.facts.Facts;
import org.yiban.region.RegionCode;

/**
 * The announcement of an average wage.
 *
 * @param region the province or the pool whose average it is
 * @param year the year the average was earned in
 * @param monthlyAverage yuan a month
 */
record WageAnnouncement(RegionCode region, int year, BigDecimal monthlyAverage, LocalDate announcedOn) {

    /** Orders announcements by the day they were made. */
    private static final Comparator<WageAnnouncement> LATEST =
            Comparator.comparing(WageAnnouncement::announcedOn).thenComparing(WageAnnouncement::year);

    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{6}):(\\d{4}):(\\d{1,12}(?:\\.\\d{1,2})?):(\\d{4}-\\d{2}-\\d{2})");

    /**
     * Reads announcements joined with {@code ;}, each {@code region:year:monthlyAverage:announcedOn}.
     *
     * @throws ProblemException naming the field if one cannot be read, or an average is not above zero
     */
    static List<WageAnnouncement> parseList(String field, String text) {
        return Arrays.stream(text.split(";"))
                .map(String::strip)
                .map(written -> parse(field, written))
                .toList();
    }

    /**
     * The announcement in force in a month, if one was made.
     *
     * @param how as tables say it: ANNOUNCED_IN_EARLIER_MONTH or OF_YEAR_BEFORE
     * @throws IllegalArgumentException if tables do not say it so
     */
    static Optional<WageAnnouncement> inForce(
            List<WageAnnouncement> announcements, RegionCode of, String how, YearMonth month) {
        Predicate<WageAnnouncement> holds =
                switch (how) {
                    case "ANNOUNCED_IN_EARLIER_MONTH" -> announcement -> announcement.announcedBefore(month);
                    case "OF_YEAR_BEFORE" -> announcement -> announcement.year() == month.getYear() - 1;
                    default -> throw new IllegalArgumentException(how);
                };
        return announcements.stream()
                .filter(announcement -> announcement.region().equals(of))
                .filter(holds)
                .max(LATEST);
    }

    /** As it is written in a list. */
    String written() {
        return "%s:%d:%s:%s".formatted(region, year, monthlyAverage.toPlainString(), announcedOn);
    }

    /**
     * Takes down which announcement it is and where it stands, if nobody stated it and it stands in reference data.
     *
     * @return whether it was taken down
     */
    boolean tellRecord(String result, Facts facts, Steps steps) {
        Optional<String> source = facts.sourceOf(written());
        source.ifPresent(found -> steps.add(
                result,
                "平均工资取参考数据：{0} {1} 年度每月 {2} 元，{3}公布，出处：{4}",
                facts.regions().fullName(region),
                year,
                Money.toCents(monthlyAverage),
                announcedOn,
                found));
        return source.isPresent();
    }

    private boolean announcedBefore(YearMonth month) {
        return YearMonth.from(announcedOn).isBefore(month);
    }

    private static WageAnnouncement parse(String field, String written) {
        Matcher parts = WRITTEN.matcher(written);
        if (!parts.matches() || new BigDecimal(parts.group(3)).signum() == 0) {
            throw unreadable(field, written);
        }
        try {
            return new WageAnnouncement(
                    RegionCode.parse(field, parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    new BigDecimal(parts.group(3)),
                    LocalDate.parse(parts.group(4)));
        } catch (DateTimeException e) {
            throw unreadable(field, written);
        }
    }

    private static ProblemException unreadable(String field, String written) {
        return ProblemException.invalid(
                field, written, "每条写成 地区:年度:月平均工资:公布日期，多条以 ; 相隔，例如 220000:2021:6000.00:2022-07-12");
    }
}
