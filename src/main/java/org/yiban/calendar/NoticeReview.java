package org.yiban.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violations;

/** Reads and checks a notice that somebody sends, and says what it would change of the calendars as they are. */
final class NoticeReview {

    private final AnnouncedCalendars now;
    private final LocalDate today;

    NoticeReview(AnnouncedCalendars now, LocalDate today) {
        this.now = now;
        this.today = today;
    }

    /**
     * Says what a notice would change; changes nothing.
     *
     * @throws ProblemException naming everything that is wrong with the file or with what is stated of it
     */
    ProposedNotice propose(byte[] file, StatedNotice stated) {
        NoticeFile read = NoticeFile.read(file);
        Violations problems = new Violations();
        Notice notice = notice(stated, read, problems);
        if (notice == null) {
            problems.throwIfAny();
        }
        boolean amends = now.current().announced(notice.year());
        new NoticeChecks(notice.year(), amends, now.current(), read.lines(), problems).check();
        problems.throwIfAny();
        List<AnnouncedDay> days = read.lines().stream()
                .map(line -> new AnnouncedDay(notice.id(), line.day(), line.festival(), line.kind()))
                .sorted(Comparator.comparing(AnnouncedDay::day))
                .toList();
        AnnouncedCalendars after = now.with(new Announcements(List.of(notice), days));
        List<DayChange> changes = days.stream()
                .map(day -> DayChange.of(day.day(), now.current(), after.current()))
                .filter(DayChange::any)
                .toList();
        if (changes.isEmpty()) {
            throw ProblemException.invalid(NoticeFile.FIELD, null, notice.year() + " 年的安排已在系统中，文件与它完全相同，没有可导入的内容");
        }
        ChangeDigest digest = new ChangeDigest(now.version()).and(file).and(notice);
        return new ProposedNotice(notice, amends, days, change(notice, amends, days, changes, after, digest.text()));
    }

    private static CalendarChange change(
            Notice notice,
            boolean amends,
            List<AnnouncedDay> days,
            List<DayChange> changes,
            WorkingCalendars after,
            String digest) {
        LocalDate first = days.get(0).day();
        LocalDate last = days.get(days.size() - 1).day();
        LocalDate newYear = LocalDate.of(notice.year(), 1, 1);
        LocalDate newYearsEve = LocalDate.of(notice.year(), 12, 31);
        return new CalendarChange(
                "《" + notice.title() + "》",
                null,
                amends || first.isBefore(newYear) ? first : newYear,
                amends ? last : newYearsEve,
                changes,
                after,
                digest);
    }

    /** The notice as stated; {@code null} if it cannot be said of which year it is. */
    private Notice notice(StatedNotice stated, NoticeFile file, Violations problems) {
        Integer year = year(stated.year(), file, problems);
        String title = problems.collect(() -> FreeText.required("title", stated.title()));
        String address = problems.collect(() -> address(stated.address(), file));
        LocalDate published = stated.published() == null || stated.published().isBlank()
                ? missing("published", "请填写通知的公布日期，例如 2026-11-04", problems)
                : NoticeFile.day("published", stated.published().strip(), problems);
        if (year == null) {
            return null;
        }
        List<Notice> known = now.announcements().notices().stream()
                .filter(notice -> notice.year() == year)
                .toList();
        if (published != null) {
            checkPublished(year, published, known, problems);
        }
        String id = known.isEmpty() ? String.valueOf(year) : year + "-" + (known.size() + 1);
        return new Notice(id, year, published, title, address);
    }

    private static <T> T missing(String field, String message, Violations problems) {
        problems.add(field, null, message);
        return null;
    }

    private Integer year(String stated, NoticeFile file, Violations problems) {
        List<Integer> known = now.current().announcedYears();
        int first = known.get(0);
        int next = known.get(known.size() - 1) + 1;
        String allowed = "应为 " + first + " 至 " + next + " 的年份；已有 " + first + " 至 " + (next - 1) + " 年的通知";
        if (stated == null || !stated.strip().matches("[0-9]{4}")) {
            problems.add("year", stated, allowed);
            return null;
        }
        int year = Integer.parseInt(stated.strip());
        if (year < first || year > next) {
            problems.add("year", stated, allowed + (year > next ? "，请先导入 " + next + " 年的" : ""));
            return null;
        }
        if (file.year() != null && file.year() != year) {
            problems.add(
                    NoticeFile.FIELD + ":year",
                    file.year().toString(),
                    "文件是 " + file.year() + " 年的，填写的是 " + year + " 年");
            return null;
        }
        return year;
    }

    private static String address(String stated, NoticeFile file) {
        String address = FreeText.optional("address", stated);
        if (address == null) {
            address = FreeText.optional("address", file.address());
        }
        if (address == null) {
            throw ProblemException.invalid("address", null, "请填写通知的出处（网址）；文件里也没有");
        }
        for (String part : address.split("\\s+")) {
            if (!part.matches("https?://[^\\s<>\"]+")) {
                throw ProblemException.invalid("address", address, "应为通知的网址，以 http:// 或 https:// 开头");
            }
        }
        return address;
    }

    private void checkPublished(int year, LocalDate published, List<Notice> known, Violations problems) {
        List<String> wrong = new ArrayList<>();
        if (published.isAfter(today)) {
            wrong.add("不能晚于今天（" + today + "）");
        }
        if (published.getYear() < year - 1 || published.getYear() > year) {
            wrong.add(year + " 年的通知应在 " + (year - 1) + " 年或 " + year + " 年公布");
        }
        known.stream()
                .map(Notice::published)
                .max(Comparator.naturalOrder())
                .filter(latest -> !published.isAfter(latest))
                .ifPresent(latest -> wrong.add(year + " 年已有 " + latest + " 公布的通知；后一份通知应晚于它公布，才能改变它"));
        wrong.forEach(message -> problems.add("published", published.toString(), message));
    }
}
