package org.yiban.backpay.years;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violations;
import org.yiban.person.ContributionMonth;
import org.yiban.person.Enrolment;
import org.yiban.person.MonthKind;
import org.yiban.person.People;
import org.yiban.person.Person;
import org.yiban.person.Scheme;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;

/**
 * Compiles the months that count towards retirement from the record of the pool and from service stated in a case. A month
 * counts once, however often it was paid; what another pool holds is shown and does not count. Writes nothing.
 */
@Component
public class CompilingYears {

    private static final String SERVICES = "services";

    private final People people;
    private final Regions regions;
    private final JudgingService judging;
    private final ServiceChecks checks;
    private final YearsFacts facts;

    CompilingYears(People people, Regions regions, JudgingService judging, ServiceChecks checks, YearsFacts facts) {
        this.people = people;
        this.regions = regions;
        this.judging = judging;
        this.checks = checks;
        this.facts = facts;
    }

    /**
     * Adds what cannot be about service that was stated.
     *
     * @param prefix what the fields are named after: {@code services[0].from} for {@code services}
     */
    public void check(String prefix, List<StatedService> services, Person person, Violations violations) {
        checks.check(prefix, services, person, violations);
    }

    /**
     * The months of a person, each once.
     *
     * @throws ProblemException NOT_FOUND if there is no such person; INVALID_INPUT naming {@code services[0].from} and the
     *     like for service that cannot have been
     */
    public CompiledYears compile(YearsQuestion question) {
        Violations violations = new Violations();
        checks.check(SERVICES, question.services(), people.require(question.personId()), violations);
        violations.throwIfAny();
        CountedMonths counted = new CountedMonths();
        held(question).forEach(month -> counted.add(month.month(), source(question.pool(), month), month.paidIn()));
        YearMonth inARowSince = inARowSince(question, counted);
        List<JudgedService> services = new ArrayList<>();
        for (StatedService stated : question.services()) {
            JudgedService judged = judging.judge(question, stated, counted::holds);
            judged.parts().forEach(part -> add(part, question.pool(), counted));
            services.add(judged);
        }
        Map<YearMonth, RegionCode> elsewhere = elsewhere(question);
        Set<YearMonth> twice = elsewhere.keySet().stream().filter(counted::paid).collect(Collectors.toSet());
        elsewhere.keySet().removeIf(counted::holds);
        List<MonthRun> runs = new ArrayList<>(counted.runs());
        CountedMonths apart = new CountedMonths();
        elsewhere.forEach((month, pool) -> apart.add(month, MonthSource.HELD_ELSEWHERE, pool));
        runs.addAll(apart.runs());
        int inPool = counted.count(MonthSource.PAID_HERE);
        int inProvince =
                inPool + counted.count(MonthSource.PAID_IN_PROVINCE) + counted.count(MonthSource.SERVICE_IN_PROVINCE);
        int actual = inProvince + counted.count(MonthSource.PAID_ELSEWHERE);
        int deemed = counted.count(MonthSource.DEEMED_ON_RECORD) + counted.count(MonthSource.DEEMED_STATED);
        return new CompiledYears(
                question,
                runs,
                actual,
                inProvince,
                inPool,
                deemed,
                twice.size(),
                elsewhere.size(),
                inARowSince,
                services,
                facts.of(question, runs, actual, inProvince, inPool, deemed, inARowSince));
    }

    private static void add(ServicePart part, RegionCode pool, CountedMonths counted) {
        if (part.countedAs() == null || part.countedAs() == CountedAs.NOT_COUNTED) {
            return;
        }
        MonthSource source =
                part.countedAs() == CountedAs.DEEMED ? MonthSource.DEEMED_STATED : MonthSource.SERVICE_IN_PROVINCE;
        for (YearMonth month = part.from(); !month.isAfter(part.to()); month = month.plusMonths(1)) {
            counted.add(month, source, pool);
        }
    }

    /** The months of the employee scheme that the pool holds, up to the last that may count. */
    private List<ContributionMonth> held(YearsQuestion question) {
        return employeeMonths(question, question.pool());
    }

    private List<ContributionMonth> employeeMonths(YearsQuestion question, RegionCode pool) {
        return people.months(question.personId(), pool).stream()
                .filter(month -> month.scheme() == Scheme.EMPLOYEE)
                .filter(month -> !month.month().isAfter(question.until()))
                .toList();
    }

    /** What other pools hold, by month. */
    private Map<YearMonth, RegionCode> elsewhere(YearsQuestion question) {
        Set<RegionCode> pools = people.enrolments(question.personId()).stream()
                .map(Enrolment::pool)
                .collect(Collectors.toCollection(HashSet::new));
        pools.remove(question.pool());
        Map<YearMonth, RegionCode> months = new TreeMap<>();
        pools.stream().sorted().forEach(pool -> employeeMonths(question, pool).stream()
                .filter(month -> month.kind() == MonthKind.PAID)
                .forEach(month -> months.putIfAbsent(month.month(), pool)));
        return months;
    }

    private MonthSource source(RegionCode pool, ContributionMonth month) {
        if (month.kind() == MonthKind.DEEMED) {
            return MonthSource.DEEMED_ON_RECORD;
        }
        if (month.paidIn().equals(pool)) {
            return MonthSource.PAID_HERE;
        }
        return regions.provinceOf(month.paidIn()).equals(regions.provinceOf(pool))
                ? MonthSource.PAID_IN_PROVINCE
                : MonthSource.PAID_ELSEWHERE;
    }

    /** Where the paid months begin that reach the retirement, or the last month that may count before it. */
    private static YearMonth inARowSince(YearsQuestion question, CountedMonths counted) {
        YearMonth retirement = YearMonth.from(question.retirementAgeOn());
        YearMonth last = question.until().isBefore(retirement) ? question.until() : retirement;
        YearMonth month = counted.paid(last) ? last : last.minusMonths(1);
        YearMonth since = null;
        while (counted.paid(month)) {
            since = month;
            month = month.minusMonths(1);
        }
        return since;
    }
}
