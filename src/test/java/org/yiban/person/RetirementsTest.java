package org.yiban.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.YibanTest;
import org.yiban.kernel.ProblemException;
import org.yiban.region.RegionCode;

/** Retirement, first days of benefits and payments, as the record keeps them. */
@YibanTest
@Transactional
class RetirementsTest {

    private static final RegionCode TIELING = new RegionCode("211200");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);

    @Autowired
    People people;

    @Autowired
    Payments payments;

    @Autowired
    PeopleImport peopleImport;

    @Autowired
    JdbcClient jdbc;

    @Test
    void somebodyRetiresOnceOnOneDay() {
        long id = enrolled().personId();

        people.retire(id, DAY);
        people.retire(id, DAY);

        assertThat(people.require(id).retiredInsured()).isTrue();
        assertThat(people.require(id).retiredOn()).isEqualTo(DAY);
        assertThatThrownBy(() -> people.retire(id, DAY.plusDays(1)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("另一日退休");
    }

    @Test
    void whatStoodInAnEnrolmentBeforeItsBenefitsWereDecidedAnewIsKept() {
        long enrolment = enrolled().id();

        people.startBenefits(enrolment, DAY);
        people.startBenefits(enrolment, DAY);
        people.startBenefits(enrolment, DAY.plusMonths(1));

        assertThat(jdbc.sql("select benefit_before from yiban.benefit_start where enrolment_id = ? order by id")
                        .param(enrolment)
                        .query(LocalDate.class)
                        .list())
                .containsExactly(null, DAY);
        assertThat(jdbc.sql("select benefit_from from yiban.enrolment where id = ?")
                        .param(enrolment)
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(DAY.plusMonths(1));
    }

    @Test
    void aPaymentIsPutOnRecordOnceAndItsReceiptNumberStandsForNoOther() {
        long id = enrolled().personId();
        NewPayment lumpSum = lumpSum(id, "100.00");

        Payment first = payments.record(lumpSum);
        Payment again = payments.record(lumpSum);

        assertThat(again).isEqualTo(first);
        assertThat(first.lumpSum()).isTrue();
        assertThatThrownBy(() -> payments.record(lumpSum(id, "100.01")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("另一笔缴费");
    }

    private static NewPayment lumpSum(long personId, String amount) {
        return new NewPayment(
                "RETIREMENTS-" + personId,
                personId,
                TIELING,
                MemberIdentity.FLEXIBLE,
                DAY,
                YearMonth.from(DAY),
                new BigDecimal(amount),
                new BigDecimal("0.00"),
                true,
                DAY);
    }

    private Enrolment enrolled() {
        IdentityNumber number = FictitiousPerson.man();
        peopleImport.load(
                new CsvFiles()
                        .person(number, "虚构·将退")
                        .employee(number, TIELING.value(), "2010-01-01")
                        .build(),
                "test",
                pool -> true);
        return people.enrolments(people.find(number).orElseThrow().id()).get(0);
    }
}
