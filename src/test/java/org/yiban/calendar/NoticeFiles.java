package org.yiban.calendar;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Files of an invented notice for the year after the last packaged one. */
public final class NoticeFiles {

    public static final String ADDRESS = "https://www.gov.cn/xugou/2027.htm";

    private static final List<String> SPANS = List.of(
            "元旦 true 2027-01-01 2027-01-03",
            "春节 true 2027-02-05 2027-02-11",
            "春节 false 2027-02-13 2027-02-14",
            "清明节 true 2027-04-03 2027-04-05",
            "劳动节 true 2027-05-01 2027-05-05",
            "劳动节 false 2027-05-08 2027-05-08",
            "端午节 true 2027-06-09 2027-06-09",
            "中秋节 true 2027-09-15 2027-09-15",
            "国庆节 false 2027-09-26 2027-09-26",
            "国庆节 true 2027-10-01 2027-10-07");

    private NoticeFiles() {}

    /** The lines of the whole year, without the header. */
    public static List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (String span : SPANS) {
            String[] words = span.split(" ");
            LocalDate.parse(words[2])
                    .datesUntil(LocalDate.parse(words[3]).plusDays(1))
                    .forEach(day -> lines.add(String.join(",", day.toString(), words[0], words[1], ADDRESS)));
        }
        return lines;
    }

    /** A CSV file of lines. */
    public static byte[] csv(List<String> lines) {
        return ("date,name,day_off,notice\n" + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** The whole year as data sets of public holidays have it. */
    public static String json() {
        return lines().stream()
                .map(line -> line.split(","))
                .map(cell -> "{\"name\":\"%s\",\"date\":\"%s\",\"isOffDay\":%s}".formatted(cell[1], cell[0], cell[2]))
                .collect(Collectors.joining(
                        ",",
                        "{\"$schema\":\"https://example.invalid/schema.json\",\"year\":2027,\"papers\":[\"%s\"],\"days\":["
                                .formatted(ADDRESS),
                        "]}"));
    }
}
