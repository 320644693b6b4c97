package org.yiban.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Notices and all that they say of days. A notice may speak of days of the December before its year. */
record Announcements(List<Notice> notices, List<AnnouncedDay> days) {

    /** The notices that are packaged with the application: one line a notice, one line a span of days. */
    static Announcements packaged() {
        List<Notice> notices = lines("/data/calendar/notices.csv")
                .map(cell -> new Notice(cell[0], Integer.parseInt(cell[1]), LocalDate.parse(cell[2]), cell[3], cell[4]))
                .toList();
        List<AnnouncedDay> days = lines("/data/calendar/spans.csv")
                .flatMap(cell -> LocalDate.parse(cell[2])
                        .datesUntil(LocalDate.parse(cell[3]).plusDays(1))
                        .map(day -> new AnnouncedDay(cell[4], day, cell[0], DayKind.valueOf(cell[1]))))
                .toList();
        return new Announcements(notices, days);
    }

    /** These announcements and others. */
    Announcements and(Announcements more) {
        return new Announcements(
                Stream.concat(notices.stream(), more.notices.stream()).toList(),
                Stream.concat(days.stream(), more.days.stream()).toList());
    }

    List<AnnouncedDay> daysOf(Notice notice) {
        return days.stream().filter(day -> day.notice().equals(notice.id())).toList();
    }

    private static Stream<String[]> lines(String file) {
        try (InputStream in = Announcements.class.getResourceAsStream(file);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(line -> line.split(",", -1)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
