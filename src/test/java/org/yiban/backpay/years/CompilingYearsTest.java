package org.yiban.backpay.years;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.ProblemException;
import org.yiban.person.ContributionMonth;
import org.yiban.person.Enrolment;
import org.yiban.person.MemberIdentity;
import org.yiban.person.MonthKind;
import org.yiban.person.People;
import org.yiban.person.Person;
import org.yiban.person.Scheme;
import org.yiban.person.Sex;
import org.yiban.policy.Policies;
import org.yiban.policy.explain.DecisionWords;
import org.yiban.policy.known.KnownFact;
import org.yiban.policy.settings.SchemeStartsOf;
import org.yiban.policy.settings.Settings;
import org.yiban.policy.sources.Sources;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;

class CompilingYearsTest {

    private static final Regions REGIONS = Regions.load();
    private static final WorkingCalendar CALENDAR = WorkingCalendar.ofPackagedNotices();
    private static final Policies POLICIES = Policies.packaged(REGIONS, () -> CALENDAR);
    private static final Settings SETTINGS = Settings.packaged(Sources.packaged());
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-12-22T02:00:00Z"), BusinessTime.ZONE);

    private static final RegionCode LIAOCHENG = new RegionCode("371500");
    private static final RegionCode JINING = new RegionCode("370800");
    private static final RegionCode CHANGCHUN = new RegionCode("220100");
    private static final RegionCode TIELING = new RegionCode("211200");

    private final People people = mock(People.class);
    private final Map<RegionCode, List<ContributionMonth>> record = new HashMap<>();

    private CompiledYears compile(RegionCode pool, String retirementAgeOn, StatedService... services) {
        when(people.require(1))
                .thenReturn(new Person(
                        1, "虚构·齐备", "3899********0012", Sex.MALE, LocalDate.of(1965, 12, 15), null, false, null));
        List<Enrolment> enrolments = new ArrayList<>();
        record.forEach((held, months) -> {
            when(people.months(1, held)).thenReturn(months);
            enrolments.add(new Enrolment(
                    1,
                    1,
                    held,
                    Scheme.EMPLOYEE,
                    MemberIdentity.EMPLOYER,
                    LocalDate.of(2000, 1, 1),
                    null,
                    null,
                    null,
                    null));
        });
        when(people.enrolments(1)).thenReturn(enrolments);
        RetirementAges ages = new RetirementAges(SETTINGS);
        return new CompilingYears(
                        people,
                        REGIONS,
                        new JudgingService(
                                POLICIES, new DecisionWords(POLICIES, REGIONS), SchemeStartsOf.settings(SETTINGS)),
                        new ServiceChecks(ages, new BusinessTime(CLOCK)),
                        new YearsFacts(POLICIES))
                .compile(new YearsQuestion(
                        1,
                        pool,
                        LocalDate.parse(retirementAgeOn),
                        YearMonth.of(2025, 12),
                        LocalDate.of(2025, 12, 22),
                        List.of(services)));
    }

    private void held(RegionCode by, String from, String to, MonthKind kind, RegionCode paidIn) {
        List<ContributionMonth> months = record.computeIfAbsent(by, pool -> new ArrayList<>());
        for (YearMonth month = YearMonth.parse(from);
                !month.isAfter(YearMonth.parse(to));
                month = month.plusMonths(1)) {
            months.add(new ContributionMonth(1, by, Scheme.EMPLOYEE, month, kind, paidIn, null, null));
        }
    }

    private static StatedService service(ServiceGround ground, String from, String to) {
        return new StatedService(ground, YearMonth.parse(from), YearMonth.parse(to), null, "职工档案", null);
    }

    @Test
    void theRecordIsCountedByWhereItWasPaid() {
        // given
        held(LIAOCHENG, "2004-01", "2005-12", MonthKind.PAID, CHANGCHUN);
        held(LIAOCHENG, "2006-01", "2006-12", MonthKind.PAID, JINING);
        held(LIAOCHENG, "2007-01", "2025-12", MonthKind.PAID, LIAOCHENG);
        held(LIAOCHENG, "1998-02", "2000-12", MonthKind.DEEMED, LIAOCHENG);

        // when
        CompiledYears years = compile(LIAOCHENG, "2025-12-15");

        // then
        assertThat(years.actual()).isEqualTo(264);
        assertThat(years.actualInProvince()).isEqualTo(240);
        assertThat(years.actualInPool()).isEqualTo(228);
        assertThat(years.deemed()).isEqualTo(35);
        assertThat(years.total()).isEqualTo(299);
        assertThat(years.inARowSince()).isEqualTo(YearMonth.of(2004, 1));
        assertThat(years.runs())
                .extracting(MonthRun::source, MonthRun::months)
                .containsExactly(
                        tuple(MonthSource.DEEMED_ON_RECORD, 35),
                        tuple(MonthSource.PAID_ELSEWHERE, 24),
                        tuple(MonthSource.PAID_IN_PROVINCE, 12),
                        tuple(MonthSource.PAID_HERE, 228));
        assertThat(fact(years, "movedFrom").value()).isNull();
        assertThat(fact(years, "actualMonths").value()).isEqualTo("264");
        assertThat(fact(years, "continuousSince").value()).isEqualTo("2004-01");
    }

    @Test
    void aMonthThatTwoPoolsHoldCountsOnceAndWhatOnlyTheOtherHoldsNotAtAll() {
        // given
        held(LIAOCHENG, "2010-01", "2025-12", MonthKind.PAID, LIAOCHENG);
        held(JINING, "2009-07", "2010-06", MonthKind.PAID, JINING);

        // when
        CompiledYears years = compile(LIAOCHENG, "2025-12-15");

        // then
        assertThat(years.actual()).isEqualTo(192);
        assertThat(years.paidTwice()).isEqualTo(6);
        assertThat(years.heldElsewhere()).isEqualTo(6);
        assertThat(years.runs().get(years.runs().size() - 1))
                .isEqualTo(new MonthRun(
                        YearMonth.of(2009, 7), YearMonth.of(2009, 12), MonthSource.HELD_ELSEWHERE, JINING));
    }

    @Test
    void aBreakEndsTheRunThatReachesRetirement() {
        held(LIAOCHENG, "2004-01", "2009-12", MonthKind.PAID, LIAOCHENG);
        held(LIAOCHENG, "2010-02", "2025-11", MonthKind.PAID, LIAOCHENG);

        assertThat(compile(LIAOCHENG, "2025-12-15").inARowSince()).isEqualTo(YearMonth.of(2010, 2));
    }

    @Test
    void whoDidNotPayInTheMonthBeforeRetirementHasNoRun() {
        held(LIAOCHENG, "2004-01", "2025-10", MonthKind.PAID, LIAOCHENG);

        CompiledYears years = compile(LIAOCHENG, "2025-12-15");

        assertThat(years.inARowSince()).isNull();
        assertThat(fact(years, "continuousSince").value()).isEqualTo("2025-12");
    }

    @Test
    void serviceThatOverlapsPaidMonthsCountsOnce() {
        // given
        held(LIAOCHENG, "1999-07", "2025-12", MonthKind.PAID, LIAOCHENG);

        // when
        CompiledYears years =
                compile(LIAOCHENG, "2025-12-15", service(ServiceGround.CONTINUOUS_SERVICE, "1998-01", "1999-12"));

        // then
        assertThat(years.actual()).isEqualTo(318);
        assertThat(years.deemed()).isEqualTo(18);
        assertThat(years.services().get(0).parts())
                .singleElement()
                .isEqualTo(new ServicePart(YearMonth.of(1998, 1), YearMonth.of(1999, 12), CountedAs.DEEMED, false, 6));
    }

    @Test
    void servicePastTheLineIsSplitAndTheMonthOnItIsLeftToAPerson() {
        // when
        CompiledYears years =
                compile(LIAOCHENG, "2025-12-15", service(ServiceGround.CONTINUOUS_SERVICE, "2000-10", "2001-02"));

        // then
        assertThat(years.referred()).isTrue();
        assertThat(years.services().get(0).parts())
                .extracting(ServicePart::from, ServicePart::to, ServicePart::countedAs)
                .startsWith(
                        tuple(YearMonth.of(2000, 10), YearMonth.of(2000, 11), CountedAs.DEEMED),
                        tuple(YearMonth.of(2000, 12), YearMonth.of(2000, 12), null));
        assertThat(years.deemed()).isEqualTo(2);
    }

    @Test
    void whatAPersonDecidedIsCountedWhereTheTablesLeaveItOpen() {
        // given
        StatedService decided =
                service(ServiceGround.CONTINUOUS_SERVICE, "2000-10", "2000-12").decided(CountedAs.DEEMED);

        // when
        CompiledYears years = compile(LIAOCHENG, "2025-12-15", decided);

        // then
        assertThat(years.referred()).isFalse();
        assertThat(years.deemed()).isEqualTo(3);
        assertThat(years.services().get(0).parts())
                .extracting(ServicePart::byPerson)
                .containsExactly(false, true);
    }

    @Test
    void serviceBeforeTielingsLineIsDeemed() {
        CompiledYears years =
                compile(TIELING, "2025-12-15", service(ServiceGround.MILITARY_SERVICE, "1985-11", "1989-10"));

        assertThat(years.deemed()).isEqualTo(48);
        assertThat(years.services().get(0).basis()).isNotEmpty();
        assertThat(years.services().get(0).says()).contains("视同缴费");
    }

    @Test
    void serviceThatCountsAsPaidInTheProvinceHelpsBothTestsButNotThatOfThePool() {
        // given
        held(CHANGCHUN, "2001-02", "2025-12", MonthKind.PAID, CHANGCHUN);
        StatedService decided =
                service(ServiceGround.MILITARY_SERVICE, "1985-11", "1989-10").decided(CountedAs.ACTUAL_IN_PROVINCE);

        // when
        CompiledYears years = compile(CHANGCHUN, "2025-12-15", decided);

        // then
        assertThat(years.actual()).isEqualTo(347);
        assertThat(years.actualInProvince()).isEqualTo(347);
        assertThat(years.actualInPool()).isEqualTo(299);
        assertThat(years.deemed()).isZero();
        assertThat(years.inARowSince()).isEqualTo(YearMonth.of(2001, 2));
    }

    @Test
    void whatWasCompiledIsTheSameAfterItHasBeenKept() throws Exception {
        // given
        held(LIAOCHENG, "2004-01", "2025-12", MonthKind.PAID, LIAOCHENG);
        CompiledYears years =
                compile(LIAOCHENG, "2025-12-15", service(ServiceGround.CONTINUOUS_SERVICE, "2000-10", "2000-12"));
        JsonMapper json = JsonMapper.builder().findAndAddModules().build();

        // when
        CompiledYears kept = json.readValue(json.writeValueAsString(years), CompiledYears.class);

        // then
        assertThat(kept.runs()).isEqualTo(years.runs());
        assertThat(kept.facts()).isEqualTo(years.facts());
        assertThat(kept.services().get(0).parts())
                .isEqualTo(years.services().get(0).parts());
    }

    @Test
    void aSchemeStartThatNobodyHasStatedLeavesItToAPerson() {
        CompiledYears years =
                compile(CHANGCHUN, "2025-12-15", service(ServiceGround.CONTINUOUS_SERVICE, "1990-01", "1995-12"));

        assertThat(years.referred()).isTrue();
        assertThat(years.services().get(0).says()).contains("制度启动月");
    }

    @Test
    void serviceThatCannotHaveBeenIsRefusedByName() {
        assertThatThrownBy(() -> compile(
                        LIAOCHENG,
                        "2025-12-15",
                        service(ServiceGround.CONTINUOUS_SERVICE, "1965-01", "1990-01"),
                        service(ServiceGround.CONTINUOUS_SERVICE, "1975-01", "1990-01"),
                        service(ServiceGround.MILITARY_SERVICE, "1990-05", "1990-01"),
                        service(ServiceGround.MILITARY_SERVICE, "2024-05", "2026-01"),
                        new StatedService(null, null, null, null, " ", null)))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.violations())
                        .extracting(violation -> violation.field())
                        .containsExactlyInAnyOrder(
                                "services[0].from",
                                "services[1].from",
                                "services[2].to",
                                "services[3].to",
                                "services[4].ground",
                                "services[4].evidence",
                                "services[4].from",
                                "services[4].to"));
    }

    private static KnownFact fact(CompiledYears years, String name) {
        return years.facts().all().stream()
                .filter(fact -> fact.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
