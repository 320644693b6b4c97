package org.yiban.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** What the notices of 2018 to 2026 make of each day they name, written down a second time and in another form. */
final class AnnouncedDays {

    static final Map<LocalDate, DayKind> EXPECTED = read();

    private AnnouncedDays() {}

    private static Map<LocalDate, DayKind> read() {
        Map<LocalDate, DayKind> days = new TreeMap<>();
        try (InputStream in = AnnouncedDays.class.getResourceAsStream("/calendar/announced-days.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            text.lines().map(line -> line.split(" ")).forEach(words -> {
                for (int i = 2; i < words.length; i++) {
                    days.put(LocalDate.parse(words[0] + "-" + words[i]), DayKind.valueOf(words[1].toUpperCase()));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return days;
    }
}
