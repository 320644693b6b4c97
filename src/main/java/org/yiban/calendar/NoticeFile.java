package org.yiban.calendar;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violations;

/**
 * A file of announced days as somebody sent it: CSV with the columns {@code date,name,day_off,notice}, or the JSON shape in
 * which data sets of public holidays come.
 *
 * @param year the year that the file says it is of; {@code null} if it does not say
 * @param address where the file says the notice stands; {@code null} if it does not say
 */
record NoticeFile(Integer year, String address, List<NoticeLine> lines) {

    static final String FIELD = "file";

    private static final int LARGEST = 256 * 1024;
    private static final int MOST_DAYS = 200;

    /**
     * Reads a file.
     *
     * @throws ProblemException naming line or entry, value and what is allowed, of all that cannot be read
     */
    static NoticeFile read(byte[] content) {
        if (content == null || content.length == 0) {
            throw ProblemException.invalid(
                    FIELD, null, "请选择文件：CSV（列为 date,name,day_off,notice）或 JSON（year、papers、days）");
        }
        if (content.length > LARGEST) {
            throw ProblemException.invalid(FIELD, content.length + " 字节", "一份通知的文件不超过 256 KB");
        }
        String text = text(content).strip();
        Violations problems = new Violations();
        NoticeFile read = text.startsWith("{") ? NoticeJson.read(text, problems) : NoticeCsv.read(text, problems);
        if (read.lines().size() > MOST_DAYS) {
            problems.add(FIELD, read.lines().size() + " 天", "一份通知不超过 " + MOST_DAYS + " 天；请只放一份通知的日子");
        }
        if (problems.isEmpty() && read.lines().isEmpty()) {
            problems.add(FIELD, null, "文件里没有日子");
        }
        problems.throwIfAny();
        return read;
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

    /** A day as it is written, or {@code null} once it is noted that it is none. */
    static LocalDate day(String field, String text, Violations problems) {
        try {
            return LocalDate.parse(text == null ? "" : text);
        } catch (DateTimeParseException e) {
            problems.add(field, text, "应为日期，写作 yyyy-MM-dd，例如 2027-01-01");
            return null;
        }
    }
}
