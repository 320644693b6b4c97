package org.yiban.policy.register;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.stream.Collectors;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violations;
import org.yiban.policy.sources.Sources;

/**
 * What somebody asks to publish.
 *
 * @param content the file of tables
 * @param from first business date
 * @param source id of the document because of which it changes
 * @param casesName name of the file of cases; {@code null} if there is none
 */
public record NewPublication(
        byte[] content, LocalDate from, String reason, String source, String casesName, byte[] cases) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

    /**
     * Reads what was given, all of it.
     *
     * @throws ProblemException naming everything that is missing or wrong in itself
     */
    static NewPublication read(
            byte[] content, String from, String reason, String source, String casesName, byte[] cases, Sources known) {
        Violations violations = new Violations();
        violations.collect(() -> SubmittedFile.read(content));
        LocalDate day = violations.collect(() -> day(from));
        String why = violations.collect(() -> FreeText.required("reason", reason));
        String document = violations.collect(() -> document(source, known));
        if (cases != null && cases.length == 0) {
            violations.add("cases", casesName, "案例文件是空的");
        }
        violations.throwIfAny();
        return new NewPublication(content, day, why, document, casesName, cases);
    }

    private static LocalDate day(String from) {
        try {
            LocalDate day = LocalDate.parse(from == null ? "" : from.strip(), DAY);
            if (day.getYear() >= 2000 && day.getYear() <= 2100) {
                return day;
            }
        } catch (DateTimeParseException notADay) {
            // refused below
        }
        throw ProblemException.invalid("from", from, "请写从哪个业务日期起适用，格式为 年-月-日，如 2027-01-01");
    }

    private static String document(String source, Sources known) {
        String id = source == null ? "" : source.strip();
        if (known.document(id).isEmpty()) {
            throw ProblemException.invalid(
                    "source",
                    source,
                    "请写依据的文件；现有："
                            + known.documents().stream()
                                    .map(document -> "%s（%s）".formatted(document.id(), document.number()))
                                    .collect(Collectors.joining("、")));
        }
        return id;
    }
}
