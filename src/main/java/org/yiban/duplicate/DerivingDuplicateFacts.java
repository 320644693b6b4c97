package org.yiban.duplicate;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yiban.person.ContributionMonth;
import org.yiban.person.MemberIdentity;
import org.yiban.person.MonthKind;
import org.yiban.person.People;
import org.yiban.person.Scheme;
import org.yiban.policy.Policies;
import org.yiban.policy.known.AskingForFacts;
import org.yiban.policy.known.Correction;
import org.yiban.policy.known.KnownFact;
import org.yiban.policy.known.KnownFacts;
import org.yiban.policy.known.ShownFact;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;

/**
 * The facts of the family {@code duplicate-enrolment}, as far as the record knows them. Whether somebody studies, works for
 * a season, lost land or is identified as poor stands in no record here: a clerk is asked where the answer depends on it.
 */
@Component
class DerivingDuplicateFacts {

    static final String FAMILY = "duplicate-enrolment";

    private static final String PERSONAL_REQUEST = "personalRequest";
    private static final String RELATIONS = "参保登记：两个关系的";

    private final People people;
    private final AskingForFacts asking;
    private final Regions regions;
    private final Map<String, String> labels = new HashMap<>();

    DerivingDuplicateFacts(People people, Policies policies, AskingForFacts asking, Regions regions) {
        this.people = people;
        this.asking = asking;
        this.regions = regions;
        policies.declaredFacts(FAMILY).forEach(fact -> labels.put(fact.name(), fact.label()));
    }

    /** The facts as the record has them; what a clerk stated before stays. */
    KnownFacts derive(DuplicateCase found) {
        List<KnownFact> facts = new ArrayList<>();
        facts.add(settled("region", found.pool().value(), "案件的经办统筹区"));
        facts.add(settled("foundOn", found.foundOn().toString(), "登记的发现日期"));
        facts.add(settled("kind", kind(found), RELATIONS + "险种"));
        monthsInARow(found).ifPresent(facts::add);
        employee(found).ifPresent(relation -> facts.add(flexible(relation)));
        facts.add(request(found.wish()));
        facts.add(settled("crossPool", String.valueOf(found.crossPool()), RELATIONS + "统筹区"));
        KnownFacts derived = new KnownFacts(facts);
        return asking.asking(
                FAMILY,
                found.facts() == null ? derived : derived.with(found.facts().corrected()));
    }

    /**
     * The facts with what a clerk knows better and with the person's wish, complete for the decision.
     *
     * @throws org.yiban.kernel.ProblemException naming every correction that cannot be, and every fact still open
     */
    KnownFacts correct(DuplicateCase found, List<Correction> corrections, Wish wish) {
        KnownFacts corrected = found.facts().corrected(corrections, shown(found.facts()));
        return asking.complete(FAMILY, corrected.with(List.of(request(wish))));
    }

    /** The facts as people read them. */
    List<ShownFact> shown(KnownFacts facts) {
        return asking.shown(FAMILY, facts);
    }

    private static String kind(DuplicateCase found) {
        long employee = Stream.of(found.first(), found.second())
                .filter(relation -> relation.scheme() == Scheme.EMPLOYEE)
                .count();
        return employee == 2 ? "EMPLOYEE_EMPLOYEE" : employee == 1 ? "EMPLOYEE_RESIDENT" : "RESIDENT_RESIDENT";
    }

    /** The employee-scheme relation of a pair of one of each scheme. */
    private static Optional<Relation> employee(DuplicateCase found) {
        return found.first().scheme() == found.second().scheme()
                ? Optional.empty()
                : Stream.of(found.first(), found.second())
                        .filter(relation -> relation.scheme() == Scheme.EMPLOYEE)
                        .findFirst();
    }

    /** Paid employee-scheme months without a gap, up to the last one that is paid by the day the duplicate was found. */
    private Optional<KnownFact> monthsInARow(DuplicateCase found) {
        return employee(found).map(relation -> {
            TreeSet<YearMonth> paid = new TreeSet<>();
            for (RegionCode pool :
                    new TreeSet<>(List.of(found.first().pool(), found.second().pool()))) {
                people.months(found.personId(), pool).stream()
                        .filter(month -> month.scheme() == Scheme.EMPLOYEE && month.kind() == MonthKind.PAID)
                        .map(ContributionMonth::month)
                        .filter(month -> !month.isAfter(YearMonth.from(found.foundOn())))
                        .forEach(paid::add);
            }
            if (paid.isEmpty()) {
                return fact("employeeMonthsInARow", null, "缴费登记中没有职工医保的缴费月份");
            }
            YearMonth last = paid.last();
            int count = 0;
            while (paid.contains(last.minusMonths(count))) {
                count++;
            }
            return fact(
                    "employeeMonthsInARow",
                    String.valueOf(count),
                    "缴费登记：%s 至 %s 连续缴费".formatted(last.minusMonths(count - 1L), last));
        });
    }

    private KnownFact flexible(Relation relation) {
        MemberIdentity identity = relation.identity();
        return identity == null
                ? fact("flexibleWork", null, "登记中没有" + regions.fullName(relation.pool()) + "职工医保关系的参保身份")
                : fact(
                        "flexibleWork",
                        String.valueOf(identity == MemberIdentity.FLEXIBLE),
                        "参保登记：" + regions.fullName(relation.pool()) + "职工医保关系的参保身份");
    }

    private KnownFact request(Wish wish) {
        return settled(
                PERSONAL_REQUEST,
                String.valueOf(wish != null),
                wish == null ? "没有登记本人的书面申请" : "本人 " + wish.statedOn() + " 的书面申请");
    }

    private KnownFact fact(String name, String value, String source) {
        return new KnownFact(name, labels.get(name), value, source, true, false, false);
    }

    /** A fact that is the case itself. */
    private KnownFact settled(String name, String value, String source) {
        return new KnownFact(name, labels.get(name), value, source, false, false, false);
    }
}
