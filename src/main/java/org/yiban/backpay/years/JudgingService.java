package org.yiban.backpay.years;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violation;
import org.yiban.policy.Answer;
import org.yiban.policy.Fact;
import org.yiban.policy.Policies;
import org.yiban.policy.explain.DecisionWords;
import org.yiban.policy.settings.SchemeStarts;

/**
 * Asks the family {@code deemed-service} what becomes of past service. A period that the tables split is asked about month
 * by month, so that each month has an answer of its own.
 */
@Component
class JudgingService {

    static final String FAMILY = "deemed-service";

    private static final String COUNTED_AS = "countedAs";
    private static final String OUTCOME = "outcome";
    private static final String COUNTED = "COUNTED";
    private static final String NOT_COUNTED = "NOT_COUNTED";
    private static final String SEPARATOR = ";";

    private final Policies policies;
    private final DecisionWords words;
    private final SchemeStarts schemeStarts;

    JudgingService(Policies policies, DecisionWords words, SchemeStarts schemeStarts) {
        this.policies = policies;
        this.words = words;
        this.schemeStarts = schemeStarts;
    }

    /** @param taken whether a month stands on record or in another service already */
    JudgedService judge(YearsQuestion question, StatedService service, Predicate<YearMonth> taken) {
        Answer whole;
        try {
            whole = ask(question, service, service.from(), service.to());
        } catch (ProblemException open) {
            if (open.violations().stream().anyMatch(violation -> violation.value() != null)) {
                throw open;
            }
            ServicePart left = part(service, service.from(), service.to(), null, taken);
            return new JudgedService(service, List.of(left), unanswered(open), List.of(), null);
        }
        List<ServicePart> parts = single(whole)
                ? List.of(part(service, service.from(), service.to(), fate(whole), taken))
                : split(question, service, taken);
        return new JudgedService(
                service, parts, words.inShort(whole.explanation()), whole.basis(), whole.explanation());
    }

    private List<ServicePart> split(YearsQuestion question, StatedService service, Predicate<YearMonth> taken) {
        List<ServicePart> parts = new ArrayList<>();
        YearMonth first = service.from();
        CountedAs fate = fate(ask(question, service, first, first));
        for (YearMonth month = first.plusMonths(1); !month.isAfter(service.to()); month = month.plusMonths(1)) {
            CountedAs next = fate(ask(question, service, month, month));
            if (next != fate) {
                parts.add(part(service, first, month.minusMonths(1), fate, taken));
                first = month;
                fate = next;
            }
        }
        parts.add(part(service, first, service.to(), fate, taken));
        return parts;
    }

    private static ServicePart part(
            StatedService service, YearMonth from, YearMonth to, CountedAs fate, Predicate<YearMonth> taken) {
        int overlapping = 0;
        for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            overlapping += taken.test(month) ? 1 : 0;
        }
        boolean byPerson = fate == null && service.decidedAs() != null;
        return new ServicePart(from, to, byPerson ? service.decidedAs() : fate, byPerson, overlapping);
    }

    private Answer ask(YearsQuestion question, StatedService service, YearMonth from, YearMonth to) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("region", question.pool().value());
        facts.put("assessedOn", question.assessedOn().toString());
        facts.put("ground", service.ground().name());
        facts.put("from", from.toString());
        facts.put("to", to.toString());
        facts.put("retirementAgeOn", question.retirementAgeOn().toString());
        schemeStarts.of(question.pool()).ifPresent(month -> facts.put("schemeStart", month.toString()));
        if (service.governmentPlacementOn() != null) {
            facts.put("governmentPlacementOn", service.governmentPlacementOn().toString());
        }
        return policies.decide(FAMILY, facts);
    }

    private static boolean single(Answer answer) {
        return !answer.results().get(OUTCOME).toString().contains(SEPARATOR);
    }

    /** What becomes of months that all have the same answer; {@code null} if it is left to a person. */
    private static CountedAs fate(Answer answer) {
        String outcome = answer.results().get(OUTCOME).toString();
        return switch (outcome) {
            case COUNTED -> CountedAs.valueOf(answer.results().get(COUNTED_AS).toString());
            case NOT_COUNTED -> CountedAs.NOT_COUNTED;
            default -> null;
        };
    }

    private String unanswered(ProblemException open) {
        Set<String> lacking = open.violations().stream().map(Violation::field).collect(Collectors.toSet());
        return policies.declaredFacts(FAMILY).stream()
                .filter(fact -> lacking.contains(fact.name()))
                .map(Fact::label)
                .collect(Collectors.joining("、", "文件的规定要看", "；登记和设置里没有，由人判断。"));
    }
}
