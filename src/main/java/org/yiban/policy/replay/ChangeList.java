package org.yiban.policy.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.yiban.policy.replay.Change.Difference;

/** Writes what changes, a line for each result that differs. */
public final class ChangeList {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private ChangeList() {}

    /** Writes a CSV file that spreadsheets open as UTF-8. */
    public static void write(Path file, List<Change> changes) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader("question", "family", "result", "before", "after", "refusal")
                .get();
        try (var writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            writer.append(BYTE_ORDER_MARK);
            CSVPrinter csv = format.print(writer);
            for (Change change : changes) {
                write(csv, change);
            }
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("写不了文件 " + file, e);
        }
    }

    private static void write(CSVPrinter csv, Change change) throws IOException {
        AnsweredQuestion question = change.question();
        if (change.refusal() != null) {
            csv.printRecord(question.id(), question.family(), null, null, null, change.refusal());
        }
        for (Difference difference : change.differences()) {
            csv.printRecord(
                    question.id(),
                    question.family(),
                    difference.result(),
                    difference.before(),
                    difference.after(),
                    null);
        }
    }
}
