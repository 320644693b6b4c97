package org.yiban.reference;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violations;

/** Reads a file of figures: CSV, one line a figure. */
final class FigureCsv {

    /** The field in which files are sent. */
    static final String FIELD = "file";

    private static final List<String> COLUMNS = List.of(
            "kind",
            "region",
            "year",
            "from",
            "until",
            "value",
            "identity",
            "account_type",
            "announced_on",
            "source",
            "replaces");

    /** The same columns as people read them. */
    private static final List<String> TITLES =
            List.of("种类", "地区代码", "年度", "从哪一天起", "到哪一天", "数", "人员类别", "账户类别", "公布日期", "出处", "更正第几号");

    private static final int LARGEST = 512 * 1024;
    private static final int MOST = 1000;

    private FigureCsv() {}

    /** A line and where it stands, as in {@code file:12:}. */
    record Line(String at, StatedFigure stated) {}

    /**
     * Reads a file.
     *
     * @throws ProblemException naming the line of all that cannot be read
     */
    static List<Line> read(byte[] content) {
        if (content == null || content.length == 0) {
            throw ProblemException.invalid(FIELD, null, "请选择 CSV 文件，第一行为列名：" + String.join(",", TITLES));
        }
        if (content.length > LARGEST) {
            throw ProblemException.invalid(FIELD, content.length + " 字节", "文件不超过 512 KB");
        }
        Violations problems = new Violations();
        List<Line> lines = new ArrayList<>();
        try (CSVParser parser =
                CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get().parse(new StringReader(text(content)))) {
            read(parser, lines, problems);
        } catch (IOException | UncheckedIOException e) {
            problems.add(FIELD, null, "不是有效的 CSV：引号没有配对");
        }
        if (problems.isEmpty() && lines.isEmpty()) {
            problems.add(FIELD, null, "文件里没有数");
        }
        if (lines.size() > MOST) {
            problems.add(FIELD, lines.size() + " 行", "一个文件不超过 " + MOST + " 行");
        }
        problems.throwIfAny();
        return lines;
    }

    private static void read(CSVParser parser, List<Line> lines, Violations problems) {
        boolean header = true;
        for (CSVRecord row : parser) {
            String at = FIELD + ":" + parser.getCurrentLineNumber();
            List<String> cells = row.stream().map(String::strip).toList();
            if (header) {
                header = false;
                if (!cells.equals(COLUMNS) && !cells.equals(TITLES)) {
                    problems.add(at, String.join(",", cells), "第一行应为列名：" + String.join(",", TITLES));
                    return;
                }
            } else if (cells.size() != COLUMNS.size()) {
                problems.add(at, String.join(",", cells), "应有 " + COLUMNS.size() + " 列，现有 " + cells.size() + " 列");
            } else {
                lines.add(new Line(
                        at + ":",
                        new StatedFigure(
                                cells.get(0),
                                cells.get(1),
                                cells.get(2),
                                cells.get(3),
                                cells.get(4),
                                cells.get(5),
                                cells.get(6),
                                cells.get(7),
                                cells.get(8),
                                cells.get(9),
                                cells.get(10))));
            }
        }
    }

    private static String text(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw ProblemException.invalid(FIELD, null, "文件应为 UTF-8 编码（在 Excel 中另存为“CSV UTF-8”）");
        }
    }
}
