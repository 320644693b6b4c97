package org.yiban.policy.cases;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.yiban.kernel.ProblemException;
import org.yiban.policy.Policies;
import org.yiban.policy.tables.DecisionTableException;

/**
 * Which rules cases hit.
 *
 * @param rules ids of all rules that fire on some case that expects an answer; a case that gets none hits nothing
 * @param defects what keeps tables from answering cases, each once
 */
public record RulesHit(Set<String> rules, Set<String> defects) {

    /**
     * By the cases of a folder.
     *
     * @throws CaseFileException if a case file cannot be read, or there is none
     */
    public static RulesHit in(Path cases, Policies policies) {
        List<Path> files = CaseFiles.in(cases);
        if (files.isEmpty()) {
            throw new CaseFileException("文件夹里没有案例文件（%s）：%s".formatted(CaseFiles.KINDS, cases));
        }
        return by(files.stream().flatMap(file -> CaseFiles.open(file).stream()), policies);
    }

    /** By the cases that are packaged with the application. */
    public static RulesHit packaged(Policies policies) {
        return by(CaseFiles.packaged().stream(), policies);
    }

    private static RulesHit by(Stream<CaseSheet> sheets, Policies policies) {
        RulesHit hit = new RulesHit(new TreeSet<>(), new TreeSet<>());
        sheets.flatMap(sheet -> CaseReader.read(sheet, policies).stream())
                .filter(policyCase -> policyCase.refused().isEmpty())
                .forEach(policyCase -> hit.ask(policyCase, policies));
        return hit;
    }

    private void ask(PolicyCase policyCase, Policies policies) {
        try {
            String fired = policies.decide(policyCase.family(), policyCase.facts())
                    .explanation()
                    .ruleId();
            if (fired != null) {
                rules.addAll(List.of(fired.split(";")));
            }
        } catch (DecisionTableException e) {
            defects.add(e.getMessage());
        } catch (ProblemException unanswered) {
            // Whether the case passes is for check-cases to say.
        }
    }
}
