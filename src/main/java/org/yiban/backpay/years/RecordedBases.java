package org.yiban.backpay.years;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yiban.person.ContributionMonth;
import org.yiban.person.MonthKind;
import org.yiban.person.People;
import org.yiban.person.Scheme;
import org.yiban.policy.Fact;
import org.yiban.policy.Policies;
import org.yiban.policy.known.KnownFact;
import org.yiban.region.RegionCode;

/** The contribution bases that a pool has on record of somebody, as the family {@code retirement-backpay} asks for them. */
@Component
public class RecordedBases {

    private static final String FAMILY = "retirement-backpay";
    private static final String NOT_ON_RECORD = "登记中没有，由经办人员填写";

    private final People people;
    private final Policies policies;

    RecordedBases(People people, Policies policies) {
        this.people = people;
        this.policies = policies;
    }

    /**
     * The last base, that at retirement and that of the month before it, yuan, each with its source; without a value where
     * none is on record.
     *
     * @param reached month in which the retirement age is reached
     * @param until last month that may count, included
     */
    public List<KnownFact> of(long personId, RegionCode pool, YearMonth reached, YearMonth until) {
        List<ContributionMonth> paid = people.months(personId, pool).stream()
                .filter(month -> month.scheme() == Scheme.EMPLOYEE
                        && month.kind() == MonthKind.PAID
                        && month.base() != null
                        && !month.month().isAfter(until))
                .toList();
        Optional<ContributionMonth> last = paid.stream().max(Comparator.comparing(ContributionMonth::month));
        Optional<ContributionMonth> before = paid.stream()
                .filter(month -> month.month().equals(reached.minusMonths(1)))
                .findFirst();
        Map<String, String> labels =
                policies.declaredFacts(FAMILY).stream().collect(Collectors.toMap(Fact::name, Fact::label));
        return List.of(
                base("lastBase", labels, last, "缴费登记：最后缴费月"),
                base("baseAtRetirement", labels, last, "缴费登记：退休时最近的缴费月"),
                base("payableBaseBeforeRetirement", labels, before, "缴费登记：退休上月"));
    }

    private static KnownFact base(
            String name, Map<String, String> labels, Optional<ContributionMonth> month, String source) {
        return new KnownFact(
                name,
                labels.get(name),
                month.map(found -> found.base().toPlainString()).orElse(null),
                month.map(found -> source + " " + found.month() + " 的缴费基数").orElse(NOT_ON_RECORD),
                true,
                false,
                false);
    }
}
