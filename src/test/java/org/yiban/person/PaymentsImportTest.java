package org.yiban.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.YibanTest;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violation;
import org.yiban.region.RegionCode;

@YibanTest
class PaymentsImportTest {

    private static final RegionCode CHANGCHUN = new RegionCode("220100");
    private static final AtomicInteger NEXT = new AtomicInteger();

    @Autowired
    People people;

    @Autowired
    Payments payments;

    @Autowired
    PersonalAccounts accounts;

    @Autowired
    PeopleImport peopleImport;

    @Autowired
    BusinessTime time;

    private final IdentityNumber number = FictitiousPerson.woman();
    private final String reference = "IMPORT-" + System.nanoTime() + "-" + NEXT.incrementAndGet();

    @Test
    void aPaymentIsReadWithAllThatTheFileSays() {
        // when
        PeopleImported imported =
                load(member().payment(payment("2024-03-01", "190.00,190.00,,2024,,2024-03-02,2024-05-31")));

        // then
        assertThat(imported.payments()).isEqualTo(1);
        Payment read = payments.find(reference).orElseThrow();
        assertThat(read.paidOn()).isEqualTo(LocalDate.of(2024, 3, 1));
        assertThat(read.from()).isEqualTo(YearMonth.of(2024, 1));
        assertThat(read.months()).isEqualTo(12);
        assertThat(read.personalAmount()).isEqualByComparingTo("190.00");
        assertThat(read.subsidyAmount()).isEqualByComparingTo("190.00");
        assertThat(read.accountCredited()).isEqualByComparingTo("0.00");
        assertThat(read.coverageYear()).isEqualTo(2024);
        assertThat(read.phaseOn(LocalDate.of(2024, 5, 30))).isEqualTo(BenefitPhase.WAITING);
        assertThat(payments.of(read.personId(), CHANGCHUN)).containsExactly(read);
        assertThat(payments.find(List.of(reference, "NOBODYS"))).containsOnlyKeys(reference);
        assertThat(payments.ofAll(List.of(read.personId(), -1L))).containsOnlyKeys(read.personId());
    }

    @Test
    void aPaymentOnRecordIsLeftAsItIsAndOneThatDiffersIsRefused() {
        // given
        load(member().payment(payment("2024-03-01", "380,,,2024,,,2024-06-01")));

        // when
        PeopleImported again = load(member().payment(payment("2024-03-01", "380.00,0,0,2024,false,,2024-06-01")));
        List<Violation> other = violations(member().payment(payment("2024-03-01", "400,,,2024,,,2024-06-01")));

        // then
        assertThat(again.payments()).isZero();
        assertThat(other).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("payments.csv:2:reference");
            assertThat(violation.value()).isEqualTo(reference);
            assertThat(violation.message()).contains("已登记");
        });
    }

    @Test
    void everythingWrongWithAPaymentIsNamed() {
        // given
        CsvFiles files = member().payment(payment("2999-01-01", "380,,,2024,,,2024-06-01"))
                .payment("凭证1," + rest("2024-03-01", "-1,,,2023,true,2024-02-01,2024-02-01"))
                .payment(reference + "," + rest("2024-03-01", "380,,,,,2024-02-01,"))
                .payment("A-1," + number.value()
                        + ",220100,EMPLOYEE,RESIDENT,2024-03-01,2024-05,2024-04,1.234,,,2024,,,x");

        // when, then
        assertThat(violations(files))
                .extracting(Violation::field)
                .containsExactlyInAnyOrder(
                        "payments.csv:2:paidOn",
                        "payments.csv:3:reference",
                        "payments.csv:3:personalAmount",
                        "payments.csv:3:coverageYear",
                        "payments.csv:3:lumpSum",
                        "payments.csv:3:waitingFrom",
                        "payments.csv:3:waitingFrom",
                        "payments.csv:4:coverageYear",
                        "payments.csv:4:waitingFrom",
                        "payments.csv:4:benefitFrom",
                        "payments.csv:5:identity",
                        "payments.csv:5:coverageYear",
                        "payments.csv:5:to",
                        "payments.csv:5:personalAmount",
                        "payments.csv:5:benefitFrom");
        assertThat(people.find(number)).isEmpty();
    }

    @Test
    void aReceiptStandsInAFileOnce() {
        CsvFiles files = member().payment(payment("2024-03-01", "380,,,2024,,,2024-06-01"))
                .payment(payment("2024-03-02", "380,,,2024,,,2024-06-01"));

        assertThat(violations(files)).singleElement().satisfies(violation -> assertThat(violation.message())
                .contains("第2行", "同一缴费凭证号"));
    }

    @Test
    void whatIsPaidForSomebodyWhoWasNeverEnrolledIsRefused() {
        CsvFiles files = new CsvFiles()
                .person(number, "虚构·缴费")
                .employee(number, "220100", "2024-01-01")
                .payment(payment("2024-03-01", "380,,,2024,,,2024-06-01"));

        assertThat(violations(files)).extracting(Violation::field).containsExactly("payments.csv:2:pool");
    }

    @Test
    void anAccountIsStatedAnewByALaterDayOnly() {
        // given
        CsvFiles employee = new CsvFiles().person(number, "虚构·账户").employee(number, "220100", "2024-01-01");
        load(employee.account(number.value() + ",220100,100.00,2026-01-31"));
        long id = people.find(number).orElseThrow().id();

        // when
        List<Violation> sameDay = violations(account("120.00", "2026-01-31"));
        List<Violation> earlier = violations(account("100.00", "2026-01-30"));
        List<Violation> today = violations(account("100.00", time.today().toString()));
        load(account("70.50", "2026-02-28"));

        // then
        assertThat(sameDay).extracting(Violation::field).containsExactly("accounts.csv:2:balance");
        assertThat(earlier).extracting(Violation::field).containsExactly("accounts.csv:2:asOf");
        assertThat(today).extracting(Violation::field).containsExactly("accounts.csv:2:asOf");
        assertThat(accounts.balance(id, CHANGCHUN)).isEqualTo(new BigDecimal("70.50"));
    }

    @Test
    void theDaysOfBenefitsMayBeAddedToAnEnrolmentOnRecordButNotChanged() {
        // given
        CsvFiles known = new CsvFiles().person(number, "虚构·待遇").employee(number, "220100", "2025-05-06");
        load(known);

        // when
        String row = number.value() + ",220100,EMPLOYEE,EMPLOYER,2025-05-06,,";
        PeopleImported added = load(new CsvFiles().enrolment(row, "2025-05-06", "2025-08-04"));
        List<Violation> changed = violations(new CsvFiles().enrolment(row, "2025-05-07", "2025-08-05"));

        // then
        assertThat(added.enrolments()).isEqualTo(1);
        Enrolment enrolment =
                people.enrolments(people.find(number).orElseThrow().id()).get(0);
        assertThat(enrolment.waitingFrom()).isEqualTo(LocalDate.of(2025, 5, 6));
        assertThat(enrolment.phaseOn(LocalDate.of(2025, 8, 4))).contains(BenefitPhase.IN_BENEFIT);
        assertThat(changed)
                .extracting(Violation::field)
                .containsExactly("enrolments.csv:2:waitingFrom", "enrolments.csv:2:benefitFrom");
    }

    private CsvFiles member() {
        return new CsvFiles()
                .person(number, "虚构·缴费")
                .enrolment(number.value() + ",220100,RESIDENT,RESIDENT,2024-03-01,,");
    }

    private CsvFiles account(String balance, String asOf) {
        return new CsvFiles().account(number.value() + ",220100," + balance + "," + asOf);
    }

    private String payment(String paidOn, String amountsToBenefit) {
        return reference + "," + rest(paidOn, amountsToBenefit);
    }

    private String rest(String paidOn, String amountsToBenefit) {
        return number.value() + ",220100,RESIDENT,RESIDENT," + paidOn + ",2024-01,2024-12," + amountsToBenefit;
    }

    private PeopleImported load(CsvFiles files) {
        return peopleImport.load(files.build(), "test", pool -> true);
    }

    private List<Violation> violations(CsvFiles files) {
        return catchThrowableOfType(ProblemException.class, () -> load(files)).violations();
    }
}
