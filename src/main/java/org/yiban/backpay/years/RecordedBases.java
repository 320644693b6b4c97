package org.yiban.backpay.years;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
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
import org.yiban.region.Regions;

/**
 * The contribution bases that a pool has on record of somebody, as the family {@code retirement-backpay} asks for them. One
 * of another pool, or of another year than the last that counts, is named and not taken: whoever uses it says why.
 */
@Component
public class RecordedBases {

    private static final String FAMILY = "retirement-backpay";
    private static final String NOT_ON_RECORD = "登记中没有，由经办人员填写";

    private final People people;
    private final Policies policies;
    private final Regions regions;

    RecordedBases(People people, Policies policies, Regions regions) {
        this.people = people;
        this.policies = policies;
        this.regions = regions;
    }

    /**
     * The last base, that at retirement and that of the month before it, yuan, each with its source; without a value where
     * none of this pool and year is on record.
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
        Predicate<ContributionMonth> usable = month -> month.paidIn().equals(pool) && current(month.month(), until);
        Optional<ContributionMonth> last = paid.stream().max(Comparator.comparing(ContributionMonth::month));
        Optional<ContributionMonth> before = paid.stream()
                .filter(month -> month.month().equals(reached.minusMonths(1)))
                .findFirst();
        Map<String, String> labels =
                policies.declaredFacts(FAMILY).stream().collect(Collectors.toMap(Fact::name, Fact::label));
        return List.of(
                base("lastBase", labels, last, usable, "缴费登记：最后缴费月"),
                base("baseAtRetirement", labels, last, usable, "缴费登记：退休时最近的缴费月"),
                base("payableBaseBeforeRetirement", labels, before, usable, "缴费登记：退休上月"));
    }

    /** In January the newest base is that of December. */
    private static boolean current(YearMonth month, YearMonth until) {
        return month.getYear() == until.getYear() || month.equals(until.minusMonths(1));
    }

    private KnownFact base(
            String name,
            Map<String, String> labels,
            Optional<ContributionMonth> month,
            Predicate<ContributionMonth> usable,
            String source) {
        return new KnownFact(
                name,
                labels.get(name),
                month.filter(usable).map(found -> found.base().toPlainString()).orElse(null),
                month.map(found -> usable.test(found)
                                ? source + " " + found.month() + " 的缴费基数"
                                : "登记中最近的是 %s 在%s缴的 %s 元，不是本统筹区当年的；要用的，写明理由"
                                        .formatted(
                                                found.month(),
                                                regions.fullName(found.paidIn()),
                                                found.base().toPlainString()))
                        .orElse(NOT_ON_RECORD),
                true,
                false,
                false);
    }
}
