package org.yiban.calendar;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.yiban.kernel.Violations;

/** Reads a notice from CSV: one line a day, with the columns {@code date,name,day_off,notice}. */
final class NoticeCsv {

    private static final List<String> COLUMNS = List.of("date", "name", "day_off", "notice");

    private final Violations problems;
    private final List<NoticeLine> lines = new ArrayList<>();
    private String address;

    private NoticeCsv(Violations problems) {
        this.problems = problems;
    }

    static NoticeFile read(String text, Violations problems) {
        NoticeCsv reader = new NoticeCsv(problems);
        try (CSVParser parser =
                CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get().parse(new StringReader(text))) {
            reader.read(parser);
        } catch (IOException | UncheckedIOException e) {
            problems.add(NoticeFile.FIELD, null, "不是有效的 CSV：引号没有配对");
        }
        return new NoticeFile(null, reader.address, reader.lines);
    }

    private void read(CSVParser parser) {
        boolean header = true;
        for (CSVRecord record : parser) {
            String at = NoticeFile.FIELD + ":" + parser.getCurrentLineNumber();
            List<String> cells = record.stream().map(String::strip).toList();
            if (header) {
                header = false;
                if (!cells.equals(COLUMNS)) {
                    problems.add(at, String.join(",", cells), "第一行应为列名：" + String.join(",", COLUMNS));
                    return;
                }
            } else if (cells.size() != COLUMNS.size()) {
                problems.add(at, String.join(",", cells), "应有 " + COLUMNS.size() + " 列，现有 " + cells.size() + " 列");
            } else {
                line(at, cells);
            }
        }
    }

    private void line(String at, List<String> cells) {
        LocalDate day = NoticeFile.day(at + ":date", cells.get(0), problems);
        String dayOff = cells.get(2);
        boolean readable = "true".equals(dayOff) || "false".equals(dayOff);
        if (!readable) {
            problems.add(at + ":day_off", dayOff, "应为 true（放假）或 false（上班）");
        }
        String notice = cells.get(3);
        if (!notice.isEmpty() && address != null && !address.equals(notice)) {
            problems.add(at + ":notice", notice, "与前面各行的通知不同；一次只导入一份通知");
        } else if (!notice.isEmpty()) {
            address = notice;
        }
        if (day != null && readable) {
            lines.add(new NoticeLine(at, day, cells.get(1), "true".equals(dayOff) ? DayKind.OFF : DayKind.WORK));
        }
    }
}
