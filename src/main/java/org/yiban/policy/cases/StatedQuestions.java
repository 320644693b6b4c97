package org.yiban.policy.cases;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yiban.policy.Policies;

/** Files of facts, laid out as files of cases are; what they expect is passed over. */
public final class StatedQuestions {

    private StatedQuestions() {}

    /**
     * The questions of a file, or of all files of a folder.
     *
     * @throws CaseFileException naming file, line and column if one cannot be read
     */
    public static List<StatedQuestion> in(Path fileOrFolder, Policies policies) {
        return CaseFiles.in(fileOrFolder).stream()
                .flatMap(file -> CaseFiles.open(file).stream())
                .flatMap(sheet -> CaseReader.read(sheet, policies).stream()
                        .map(row -> new StatedQuestion(row.name(), row.family(), row.facts())))
                .toList();
    }

    /**
     * A question.
     *
     * @param name what the file calls it
     * @param facts as they are written; blank is not stated
     */
    public record StatedQuestion(String name, String family, Map<String, String> facts) {}
}
