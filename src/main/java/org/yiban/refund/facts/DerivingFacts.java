package org.yiban.refund.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violation;
import org.yiban.person.BenefitPhase;
import org.yiban.person.Enrolment;
import org.yiban.person.Payment;
import org.yiban.person.Payments;
import org.yiban.person.People;
import org.yiban.policy.Answer;
import org.yiban.policy.Fact;
import org.yiban.policy.Outcome;
import org.yiban.policy.Policies;
import org.yiban.policy.known.KnownFact;
import org.yiban.region.Regions;

/**
 * Derives the facts of claims from the record. What the record does not know is asked of a clerk, but only where the tables'
 * answer depends on it. Reads, and writes nothing.
 */
@Component
public class DerivingFacts {

    private static final String ELIGIBILITY = "refund-eligibility";
    private static final String AMOUNT = "refund-amount";
    private static final String REFUND_SCOPE = "refundScope";
    private static final String EVENT_PHASE = "eventPhase";
    private static final String ACCOUNT_CREDITED = "accountCredited";
    private static final String NOT_ON_RECORD = "登记中没有，由经办人员填写";

    private final People people;
    private final Payments payments;
    private final Policies policies;
    private final Map<String, String> labels = new HashMap<>();
    private final FactsOnRecord record;

    DerivingFacts(People people, Payments payments, Policies policies, Regions regions) {
        this.people = people;
        this.payments = payments;
        this.policies = policies;
        for (String family : List.of(AMOUNT, ELIGIBILITY)) {
            policies.declaredFacts(family).forEach(fact -> labels.put(fact.name(), fact.label()));
        }
        this.record = new FactsOnRecord(regions, labels);
    }

    /**
     * The facts of a claim.
     *
     * @throws ProblemException NOT_FOUND if there is no such person
     */
    public RefundFacts derive(RefundClaim claim) {
        people.require(claim.personId());
        return derive(List.of(claim)).get(0);
    }

    /** The facts of claims of people on record, in their order; the record is asked three times in all. */
    public List<RefundFacts> derive(List<RefundClaim> claims) {
        Map<Long, PersonRecord> records =
                read(claims.stream().map(RefundClaim::personId).collect(Collectors.toSet()));
        return claims.stream()
                .map(claim -> derive(claim, records.get(claim.personId())))
                .toList();
    }

    /** The facts of a claim by what was read of the person. */
    public RefundFacts derive(RefundClaim claim, PersonRecord known) {
        return consider(claim, record.of(claim, known));
    }

    /** What is on record of a person, who must be known. */
    public PersonRecord read(long personId) {
        return read(Set.of(personId)).get(personId);
    }

    /** What is on record of people, by person; the record is asked three times in all. */
    public Map<Long, PersonRecord> read(Collection<Long> personIds) {
        Map<Long, List<Enrolment>> enrolments = people.enrolments(personIds);
        Map<Long, List<Payment>> paid = payments.ofAll(personIds);
        Map<Long, PersonRecord> records = new HashMap<>();
        people.people(personIds)
                .forEach((id, person) -> records.put(
                        id,
                        new PersonRecord(
                                person, enrolments.getOrDefault(id, List.of()), paid.getOrDefault(id, List.of()))));
        return records;
    }

    /**
     * Marks which facts have to be asked, and counts what was credited, by the facts as they stand: to be called after
     * corrections.
     *
     * @throws ProblemException naming every fact whose value is none
     */
    public RefundFacts consider(RefundClaim claim, RefundFacts facts) {
        Set<String> missing = new HashSet<>();
        Optional<Answer> answer = ask(ELIGIBILITY, facts.eligibilityQuestion(), missing);
        if (phaseOfEventMatters(facts.eligibilityQuestion())) {
            missing.add(EVENT_PHASE);
        }
        RefundFacts considered = new RefundFacts(asking(ELIGIBILITY, facts.eligibility(), missing), facts.amount());
        return answer.filter(decided -> decided.outcome() == Outcome.ELIGIBLE)
                .map(eligible ->
                        forScope(claim, considered, (String) eligible.results().get(REFUND_SCOPE)))
                .orElse(considered);
    }

    /**
     * Counts what was credited to the personal account for the months that are given back, and marks which facts about the
     * amount have to be asked. A credit that a clerk stated stays.
     *
     * @param refundScope which part of the payment is given back, as the tables or a senior decided
     */
    public RefundFacts forScope(RefundClaim claim, RefundFacts facts, String refundScope) {
        Set<String> missing = new HashSet<>();
        Optional<Answer> answer = ask(AMOUNT, facts.amountQuestion(refundScope), missing);
        List<KnownFact> amount = new ArrayList<>(asking(AMOUNT, facts.amount(), missing));
        amount.replaceAll(fact -> fact.name().equals(ACCOUNT_CREDITED) && !fact.corrected()
                ? credited(fact, claim.payment(), answer)
                : fact);
        return new RefundFacts(facts.eligibility(), amount);
    }

    private static KnownFact credited(KnownFact fact, Payment payment, Optional<Answer> answer) {
        Integer months = answer.map(counted -> (Integer) counted.results().get("refundMonths"))
                .orElse(null);
        String receipt = "缴费登记：凭证 %s 共划入个人账户 %s 元".formatted(payment.reference(), payment.accountCredited());
        if (months == null) {
            return fact.counted(payment.accountCredited().toPlainString(), receipt);
        }
        BigDecimal share = payment.accountCredited()
                .multiply(BigDecimal.valueOf(months))
                .divide(BigDecimal.valueOf(payment.months()), 2, RoundingMode.HALF_UP);
        return fact.counted(
                share.toPlainString(), receipt + "，按所退月份计：%d 个月中的 %d 个月".formatted(payment.months(), months));
    }

    /** What a family answers; empty if that depends on facts that are not stated, which are added to the missing ones. */
    private Optional<Answer> ask(String family, Map<String, String> question, Set<String> missing) {
        try {
            return Optional.of(policies.decide(family, question));
        } catch (ProblemException refused) {
            List<String> open = refused.violations().stream()
                    .map(Violation::field)
                    .filter(fact -> !question.containsKey(fact))
                    .toList();
            if (open.size() < refused.violations().size()) {
                throw refused;
            }
            missing.addAll(open);
            return Optional.empty();
        }
    }

    /** An empty phase of the event would count as that of the request: asked where that may be another answer. */
    private boolean phaseOfEventMatters(Map<String, String> question) {
        if (question.containsKey(EVENT_PHASE)) {
            return false;
        }
        return Arrays.stream(BenefitPhase.values())
                        .map(phase -> {
                            Map<String, String> asked = new HashMap<>(question);
                            asked.put(EVENT_PHASE, phase.name());
                            return ask(ELIGIBILITY, asked, new HashSet<>())
                                    .map(Answer::results)
                                    .orElse(Map.of());
                        })
                        .distinct()
                        .count()
                > 1;
    }

    /** The facts in the family's order: those to be asked added, those that nobody knows and nothing depends on left out. */
    private List<KnownFact> asking(String family, List<KnownFact> facts, Set<String> missing) {
        Map<String, KnownFact> stated = facts.stream().collect(Collectors.toMap(KnownFact::name, fact -> fact));
        List<KnownFact> all = new ArrayList<>();
        for (Fact declared : policies.declaredFacts(family)) {
            String name = declared.name();
            boolean asked = missing.contains(name);
            KnownFact fact = stated.get(name);
            if (fact == null && asked) {
                all.add(new KnownFact(name, declared.label(), null, NOT_ON_RECORD, true, true, false));
            } else if (fact != null && (fact.value() != null || asked || fact.corrected() || family.equals(AMOUNT))) {
                all.add(fact.asking(asked));
            }
        }
        return all;
    }
}
