package org.yiban.refund.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.Violation;
import org.yiban.person.MemberIdentity;
import org.yiban.person.Payment;
import org.yiban.person.Person;
import org.yiban.person.Scheme;
import org.yiban.person.Sex;
import org.yiban.region.RegionCode;

class ClaimChecksTest {

    private static final RegionCode TIELING = new RegionCode("211200");
    private static final LocalDate REQUESTED = LocalDate.of(2025, 8, 1);
    private static final LocalDate DIED = LocalDate.of(2025, 6, 20);

    private final ClaimChecks checks =
            new ClaimChecks(new BusinessTime(Clock.fixed(Instant.parse("2025-08-10T04:00:00Z"), ZoneOffset.UTC)));

    @Test
    void aSoundClaimHasNothingWrong() {
        assertThat(check(claim(RefundReason.IMPRISONMENT, REQUESTED, day(4), day(6)), living()))
                .isEmpty();
        assertThat(check(claim(RefundReason.DEATH, REQUESTED, DIED, null), dead()))
                .isEmpty();
        assertThat(check(claim(RefundReason.DEATH, REQUESTED, null, null), dead()))
                .isEmpty();
    }

    @Test
    void thePaymentOfSomebodyElseIsRefusedWithoutAWordAboutIt() {
        RefundClaim other = new RefundClaim(8, TIELING, RefundReason.OTHER, payment(), REQUESTED, null, null);
        RefundClaim elsewhere =
                new RefundClaim(7, new RegionCode("220100"), RefundReason.OTHER, payment(), REQUESTED, null, null);

        assertThat(List.of(check(other, living()), check(elsewhere, living()))).allSatisfy(found -> assertThat(found)
                .singleElement()
                .isEqualTo(new Violation("paymentReference", "T-1", "参保人在本统筹区没有这一凭证号的缴费，请核对凭证号和证件号码")));
    }

    @Test
    void theRequestLiesBetweenThePaymentAndToday() {
        assertThat(fields(claim(RefundReason.OTHER, LocalDate.of(2025, 8, 11), null, null), living()))
                .containsExactly("requestedOn");
        assertThat(fields(claim(RefundReason.OTHER, LocalDate.of(2025, 1, 2), null, null), living()))
                .containsExactly("requestedOn");
    }

    @Test
    void anEventAfterTheRequestIsRefused() {
        assertThat(fields(claim(RefundReason.IMPRISONMENT, REQUESTED, REQUESTED.plusDays(1), null), living()))
                .containsExactly("eventOn");
    }

    @Test
    void anEventBeforeTheBirthIsRefused() {
        assertThat(fields(claim(RefundReason.IMPRISONMENT, REQUESTED, LocalDate.of(1979, 12, 31), null), living()))
                .containsExactly("eventOn");
    }

    @Test
    void anEventEndsAfterItBegins() {
        assertThat(fields(claim(RefundReason.IMPRISONMENT, REQUESTED, day(6), day(4)), living()))
                .containsExactly("eventUntil");
        assertThat(fields(claim(RefundReason.IMPRISONMENT, REQUESTED, null, day(4)), living()))
                .containsExactly("eventUntil");
    }

    @Test
    void aDeathIsThatOnRecordOrStated() {
        assertThat(fields(claim(RefundReason.DEATH, REQUESTED, DIED.plusDays(1), null), dead()))
                .containsExactly("eventOn");
        assertThat(fields(claim(RefundReason.DEATH, DIED.minusDays(1), null, null), dead()))
                .containsExactly("requestedOn");
        assertThat(fields(claim(RefundReason.DEATH, REQUESTED, null, null), living()))
                .containsExactly("eventOn");
    }

    @Test
    void aPaymentThatIsNoLumpSumIsNotGivenBackAsOne() {
        assertThat(fields(claim(RefundReason.DEATH_AFTER_LUMP_SUM, REQUESTED, null, null), dead()))
                .containsExactly("paymentReference");
    }

    @Test
    void onlyMonthsOfThePaymentAreClaimed() {
        assertThat(months("2025-01", "2025-07")).isEmpty();
        assertThat(months("2024-12", "2025-08")).containsExactly("claimedFrom", "claimedTo");
        assertThat(months("2025-05", "2025-04")).containsExactly("claimedTo");
        assertThat(months("2025-05", null)).containsExactly("claimedTo");
        assertThat(months(null, "2025-05")).containsExactly("claimedFrom");
    }

    @Test
    void noMoreIsClaimedThanThePersonPaid() {
        assertThat(amount("3600.00")).isEmpty();
        assertThat(amount("3600.01")).containsExactly("claimedAmount");
        assertThat(amount("0")).containsExactly("claimedAmount");
        assertThat(amount("1.005")).containsExactly("claimedAmount");
    }

    private List<String> months(String from, String to) {
        return checks
                .check(
                        claim(RefundReason.OTHER, REQUESTED, null, null),
                        living(),
                        from == null ? null : YearMonth.parse(from),
                        to == null ? null : YearMonth.parse(to),
                        null)
                .stream()
                .map(Violation::field)
                .toList();
    }

    private List<String> amount(String yuan) {
        return checks
                .check(claim(RefundReason.OTHER, REQUESTED, null, null), living(), null, null, new BigDecimal(yuan))
                .stream()
                .map(Violation::field)
                .toList();
    }

    private List<Violation> check(RefundClaim claim, Person person) {
        return checks.check(claim, person, null, null, null);
    }

    private List<String> fields(RefundClaim claim, Person person) {
        return check(claim, person).stream().map(Violation::field).toList();
    }

    private static LocalDate day(int month) {
        return LocalDate.of(2025, month, 5);
    }

    private static RefundClaim claim(RefundReason reason, LocalDate requestedOn, LocalDate on, LocalDate until) {
        return new RefundClaim(7, TIELING, reason, payment(), requestedOn, on, until);
    }

    private static Payment payment() {
        return new Payment(
                1,
                "T-1",
                7,
                TIELING,
                Scheme.EMPLOYEE,
                MemberIdentity.FLEXIBLE,
                LocalDate.of(2025, 1, 3),
                YearMonth.of(2025, 1),
                YearMonth.of(2025, 7),
                new BigDecimal("3600.00"),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                null,
                false,
                null,
                LocalDate.of(2025, 1, 1));
    }

    private static Person living() {
        return person(null);
    }

    private static Person dead() {
        return person(DIED);
    }

    private static Person person(LocalDate diedOn) {
        return new Person(7, "虚构·核对", "389***", Sex.MALE, LocalDate.of(1980, 1, 5), diedOn, false, null);
    }
}
