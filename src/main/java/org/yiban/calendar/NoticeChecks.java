package org.yiban.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yiban.kernel.Violations;

/**
 * Whether the days of a file can be what a notice says: no day twice, no day missing, none of another year, nothing that
 * says what is so anyway. A later notice of a year that is known need not name all festivals again.
 */
final class NoticeChecks {

    private static final int LONGEST_NAME = 30;
    /** A make-up day lies this near to a day off of its festival. */
    private static final int NEAR = 21;

    private final int year;
    private final boolean amends;
    private final WorkingCalendar before;
    private final List<NoticeLine> lines;
    private final Violations problems;

    /** @param before the calendar of the country without this notice */
    NoticeChecks(int year, boolean amends, WorkingCalendar before, List<NoticeLine> lines, Violations problems) {
        this.year = year;
        this.amends = amends;
        this.before = before;
        this.lines = lines;
        this.problems = problems;
    }

    void check() {
        noDayTwice();
        lines.forEach(this::yearAndName);
        Map<String, TreeMap<LocalDate, NoticeLine>> off = new TreeMap<>();
        lines.stream().filter(line -> line.kind() == DayKind.OFF).forEach(line -> off.computeIfAbsent(
                        line.festival(), name -> new TreeMap<>())
                .put(line.day(), line));
        if (!amends) {
            off.forEach(this::noGap);
            everyFestival();
        }
        lines.stream().filter(line -> line.kind() == DayKind.WORK).forEach(line -> makeUpDay(line, off));
    }

    private void noDayTwice() {
        Map<LocalDate, NoticeLine> seen = new HashMap<>();
        for (NoticeLine line : lines) {
            NoticeLine first = seen.putIfAbsent(line.day(), line);
            if (first != null) {
                problems.add(
                        line.at(),
                        line.day() + " " + line.festival() + " " + line.kind().title(),
                        "与 " + first.at() + "（" + first.festival() + " "
                                + first.kind().title() + "）是同一天；一天只能出现一次");
            }
        }
    }

    private void yearAndName(NoticeLine line) {
        LocalDate earliest = LocalDate.of(year - 1, 12, 1);
        LocalDate latest = LocalDate.of(year, 12, 31);
        if (line.day().isBefore(earliest) || line.day().isAfter(latest)) {
            problems.add(
                    line.at(),
                    line.day().toString(),
                    year + " 年的通知只涉及 " + year + " 年和上一年 12 月的日子（" + earliest + " 至 " + latest + "）");
        }
        String name = line.festival();
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            problems.add(line.at(), name, "应有节日名称，不超过 " + LONGEST_NAME + " 个字");
        } else if (!amends) {
            Festival.unknownIn(name)
                    .ifPresent(unknown ->
                            problems.add(line.at(), unknown, "不是每年的节日；可用：" + String.join("、", Festival.titles())));
        }
    }

    /** The days off of a festival follow one on another. */
    private void noGap(String festival, TreeMap<LocalDate, NoticeLine> days) {
        LocalDate previous = null;
        for (LocalDate day : days.keySet()) {
            if (previous != null && !day.equals(previous.plusDays(1))) {
                List<String> missing = new ArrayList<>();
                previous.plusDays(1)
                        .datesUntil(day)
                        .limit(5)
                        .map(LocalDate::toString)
                        .forEach(missing::add);
                problems.add(
                        days.get(day).at(),
                        day.toString(),
                        "“" + festival + "”的放假日期应当连续；" + previous + " 与 " + day + " 之间缺 " + String.join("、", missing)
                                + (previous.plusDays(6).isBefore(day) ? " 等" : ""));
            }
            previous = day;
        }
    }

    private void everyFestival() {
        for (Festival festival : Festival.values()) {
            List<NoticeLine> days = lines.stream()
                    .filter(line -> line.kind() == DayKind.OFF && festival.namedIn(line.festival()))
                    .toList();
            if (days.isEmpty()) {
                problems.add(
                        NoticeFile.FIELD,
                        festival.title(),
                        "缺少" + festival.title() + "的放假日期；一年的通知应有：" + String.join("、", Festival.titles()));
            } else if (days.stream()
                    .noneMatch(line -> festival.within(line.day()) && line.day().getYear() == year)) {
                problems.add(
                        days.get(0).at(),
                        String.join(
                                "、",
                                new TreeSet<>(days.stream()
                                        .map(line -> line.day().toString())
                                        .toList())),
                        festival.title() + "的放假日期中应有 " + year + " 年的" + festival.season()
                                + (festival.season().contains("至") ? "之间的日子" : ""));
            }
        }
    }

    private void makeUpDay(NoticeLine line, Map<String, TreeMap<LocalDate, NoticeLine>> off) {
        if (!SpecialDay.weekend(line.day()) && before.isWorkingDay(line.day())) {
            problems.add(
                    line.at(), line.day() + "（" + weekday(line.day()) + "）", "这一天本来就上班，不能是调休上班日；调休上班日应为周六、周日或原定的放假日");
        }
        if (amends) {
            return;
        }
        TreeMap<LocalDate, NoticeLine> festival = off.getOrDefault(line.festival(), new TreeMap<>());
        boolean near = festival.keySet().stream()
                .anyMatch(day -> Math.abs(day.toEpochDay() - line.day().toEpochDay()) <= NEAR);
        if (!near) {
            problems.add(
                    line.at(),
                    line.day() + " " + line.festival(),
                    "前后 " + NEAR + " 天内没有“" + line.festival() + "”的放假日期；调休上班日应与所调的假期同名并相近");
        }
    }

    private static String weekday(LocalDate day) {
        return "周" + "一二三四五六日".charAt(day.getDayOfWeek().getValue() - 1);
    }
}
