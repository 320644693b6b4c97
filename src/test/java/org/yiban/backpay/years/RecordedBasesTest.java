package org.yiban.backpay.years;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.person.ContributionMonth;
import org.yiban.person.MonthKind;
import org.yiban.person.People;
import org.yiban.person.Scheme;
import org.yiban.policy.Policies;
import org.yiban.policy.known.KnownFact;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;

/** Which bases of the record are taken without anybody saying why. */
class RecordedBasesTest {

    private static final Regions REGIONS = Regions.load();
    private static final WorkingCalendar CALENDAR = WorkingCalendar.ofPackagedNotices();
    private static final Policies POLICIES = Policies.packaged(REGIONS, () -> CALENDAR);
    private static final RegionCode CHANGCHUN = new RegionCode("220100");
    private static final RegionCode JILIN_CITY = new RegionCode("220200");
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    private static final YearMonth JUNE = YearMonth.of(2026, 6);

    private final People people = mock(People.class);
    private final List<ContributionMonth> record = new ArrayList<>();

    @Test
    void theNewestOfPoolAndYearIsTaken() {
        paid("2025-12", CHANGCHUN, "4000");
        paid("2026-02", CHANGCHUN, "5000");

        assertThat(base("baseAtRetirement", JUNE).value()).isEqualTo("5000");
        assertThat(base("lastBase", JUNE).source()).contains("2026-02 的缴费基数");
        assertThat(base("payableBaseBeforeRetirement", JUNE).value()).isNull();
    }

    @Test
    void inJanuaryThatOfDecemberIs() {
        paid("2025-12", CHANGCHUN, "4000");

        assertThat(base("baseAtRetirement", JANUARY).value()).isEqualTo("4000");
        assertThat(base("payableBaseBeforeRetirement", JANUARY).value()).isEqualTo("4000");
    }

    @Test
    void oneOfAnotherYearIsNamedAndNotTaken() {
        paid("2019-05", CHANGCHUN, "3000");

        assertThat(base("lastBase", JUNE).value()).isNull();
        assertThat(base("lastBase", JUNE).source()).contains("2019-05", "长春市", "3000 元", "写明理由");
    }

    @Test
    void oneOfAnotherPoolIsNamedAndNotTaken() {
        paid("2026-04", CHANGCHUN, "5000");
        paid("2026-05", JILIN_CITY, "9000");

        assertThat(base("baseAtRetirement", JUNE).value()).isNull();
        assertThat(base("baseAtRetirement", JUNE).source()).contains("吉林省吉林市缴的 9000 元");
        assertThat(base("payableBaseBeforeRetirement", JUNE).value()).isNull();
    }

    @Test
    void withoutAnyThereIsNone() {
        assertThat(base("lastBase", JUNE).source()).contains("登记中没有");
    }

    private void paid(String month, RegionCode paidIn, String base) {
        record.add(new ContributionMonth(
                1,
                CHANGCHUN,
                Scheme.EMPLOYEE,
                YearMonth.parse(month),
                MonthKind.PAID,
                paidIn,
                new BigDecimal(base),
                null));
    }

    private KnownFact base(String name, YearMonth reached) {
        when(people.months(1, CHANGCHUN)).thenReturn(record);
        return new RecordedBases(people, POLICIES, REGIONS)
                .of(1, CHANGCHUN, reached, reached).stream()
                        .filter(fact -> fact.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }
}
