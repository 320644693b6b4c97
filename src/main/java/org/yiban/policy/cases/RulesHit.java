package org.yiban.policy.cases;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yiban.kernel.ProblemException;
import org.yiban.policy.Policies;
import org.yiban.policy.tables.DecisionTableException;

/** Which rules cases hit. */
public final class RulesHit {

    private RulesHit() {}

    /**
     * The ids of all rules that fire on some case of a folder that expects an answer. A case that gets none hits nothing.
     *
     * @throws CaseFileException if a case file cannot be read
     */
    public static Set<String> in(Path cases, Policies policies) {
        return by(CaseFiles.in(cases).stream().flatMap(file -> CaseFiles.open(file).stream()), policies);
    }

    /** The ids of all rules that fire on some case that is packaged with the application. */
    public static Set<String> packaged(Policies policies) {
        return by(CaseFiles.packaged().stream(), policies);
    }

    private static Set<String> by(Stream<CaseSheet> sheets, Policies policies) {
        return sheets.flatMap(sheet -> CaseReader.read(sheet, policies).stream())
                .filter(policyCase -> policyCase.refused().isEmpty())
                .map(policyCase -> fired(policyCase, policies))
                .filter(Objects::nonNull)
                .flatMap(fired -> Stream.of(fired.split(";")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String fired(PolicyCase policyCase, Policies policies) {
        try {
            return policies.decide(policyCase.family(), policyCase.facts())
                    .explanation()
                    .ruleId();
        } catch (ProblemException | DecisionTableException e) {
            return null;
        }
    }
}
