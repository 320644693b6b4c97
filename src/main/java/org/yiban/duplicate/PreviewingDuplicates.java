package org.yiban.duplicate;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.kernel.CaseNumber;
import org.yiban.policy.Answer;
import org.yiban.policy.Outcome;
import org.yiban.policy.Policies;
import org.yiban.policy.explain.DecisionWords;
import org.yiban.policy.known.KnownFact;
import org.yiban.policy.known.KnownFacts;

/** Says what the tables would decide of two relations on the record as it is now. Binds nothing and writes nothing. */
@Component
@Transactional(readOnly = true)
public class PreviewingDuplicates {

    private static final CaseNumber NONE = CaseNumber.of("CF", "000000", 2000, 1);

    private final DerivingDuplicateFacts deriving;
    private final Policies policies;
    private final DecisionWords words;

    PreviewingDuplicates(DerivingDuplicateFacts deriving, Policies policies, DecisionWords words) {
        this.deriving = deriving;
        this.policies = policies;
        this.words = words;
    }

    /** What would be decided, or what a clerk has to state before. */
    public Preview of(CheckedDuplicate checked) {
        KnownFacts facts = deriving.derive(new DuplicateCase(
                NONE,
                checked.pool(),
                checked.person().id(),
                checked.foundOn(),
                null,
                checked.first(),
                checked.second(),
                new UUID(0, 0),
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                false));
        List<String> open = facts.asked().stream().map(KnownFact::label).toList();
        if (!open.isEmpty()) {
            return new Preview(null, "事实须由人核对", "登记查不到：" + String.join("、", open));
        }
        Answer answer = policies.decide(DerivingDuplicateFacts.FAMILY, facts.question());
        String basis = answer.basis().stream().map(Object::toString).collect(Collectors.joining("、"));
        return answer.outcome() == Outcome.REFER
                ? new Preview(Outcome.REFER, "文件没有规定，由主管判断", basis)
                : new Preview(
                        answer.outcome(),
                        words.tell(answer.explanation()).sentences().get(0),
                        basis);
    }

    /**
     * What would be decided.
     *
     * @param outcome {@code null} if facts are open that only a person can state
     * @param title in Chinese
     * @param basis the provisions, or the facts that are open
     */
    public record Preview(Outcome outcome, String title, String basis) {}
}
