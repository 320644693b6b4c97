package org.yiban.transfer.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiban.transfer.gap.GapSteps.done;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.YibanTest;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.ledger.CollectionState;
import org.yiban.ledger.Ledger;
import org.yiban.ledger.Settlement.Effect;
import org.yiban.person.LateMonths;
import org.yiban.person.Payments;
import org.yiban.person.People;
import org.yiban.person.Scheme;
import org.yiban.region.RegionCode;
import org.yiban.support.Applicants.Applicant;
import org.yiban.transfer.TransferSteps;

/** What a gap that is closed leaves on record, and how often. */
@YibanTest
class GapOnRecordTest {

    private static final LocalDate TODAY = LocalDate.now(BusinessTime.ZONE);
    private static final YearMonth NOW = YearMonth.from(TODAY);

    @Autowired
    GapSteps steps;

    @Autowired
    TransferSteps transfers;

    @Autowired
    People people;

    @Autowired
    LateMonths late;

    @Autowired
    Payments payments;

    @Autowired
    Ledger ledger;

    @Test
    void theFirstDayOfBenefitsIsWrittenIntoTheRelationOnceTheTransferIsCompleted() {
        // given
        Applicant mover = steps.mover(NOW.minusMonths(1), NOW);
        String number = transfers.tableReceived(mover);
        done(transfers.verify(number, Map.of("decision", "CONFIRM")));
        done(steps.post("reviewlc", number, "gap", "facts", Map.of("corrections", List.of())));
        assertThat(benefitsOf(mover)).isNull();

        // when
        done(transfers.approve(number));

        // then
        assertThat(benefitsOf(mover)).isEqualTo(NOW.atDay(1));
        assertThat(transfers.view("reviewlc", number).path("history").findValuesAsText("text"))
                .anyMatch(text -> text.contains("写入参保登记（原来没有登记）"));
    }

    @Test
    void itIsWrittenWhenTheGapIsPaidAfterwardsToo() {
        // given
        Applicant mover = steps.withGap();
        String number = transfers.tableReceived(mover);
        done(transfers.verify(number, Map.of("decision", "CONFIRM")));
        done(steps.post("reviewlc", number, "gap", "facts", Map.of("corrections", List.of())));
        steps.pay(number);
        done(transfers.approve(number));
        assertThat(benefitsOf(mover)).isNull();

        // when
        steps.taxBureau(number, 1, CollectionState.PAID, "500.00", "SS-1", TODAY);
        // then the month between counts
        assertThat(late.of(mover.id(), new RegionCode(TransferSteps.LIAOCHENG)))
                .containsExactly(Map.entry(NOW.minusMonths(1), TODAY));
        assertThat(payments.find(number + "-B1").orElseThrow().personalAmount()).isEqualByComparingTo("500.00");

        // then
        assertThat(benefitsOf(mover))
                .isEqualTo(LocalDate.parse(steps.view(number)
                        .body()
                        .at("/decision/results/benefitStart")
                        .asText()));
    }

    private LocalDate benefitsOf(Applicant mover) {
        return people.openEnrolment(mover.id(), new RegionCode(TransferSteps.LIAOCHENG), Scheme.EMPLOYEE)
                .orElseThrow()
                .benefitFrom();
    }

    @Test
    void whatIsPaidTwiceGoesBackOnceHoweverOftenItIsSaid() {
        // given
        String number = steps.chosen(steps.withGap());
        steps.taxBureau(number, 1, CollectionState.PAID, "500.00", "SS-1", TODAY);
        // when
        Effect same = steps.taxBureau(number, 1, CollectionState.PAID, "500.00", "SS-1", TODAY);
        Effect other = steps.taxBureau(number, 1, CollectionState.PAID, "500.00", "SS-2", TODAY);
        Effect again = steps.taxBureau(number, 1, CollectionState.PAID, "500.00", "SS-2", TODAY);
        // then
        assertThat(List.of(same, other, again)).containsExactly(Effect.REPEATED, Effect.CONTRADICTED, Effect.REPEATED);
        assertThat(steps.view(number).body().path("money").findValuesAsText("receipt"))
                .containsExactly("SS-2");
        assertThat(steps.view(number).text("outcome")).isEqualTo("PAID");
    }

    @Test
    void whatWasPaidLeavesTheRecordAndGoesBackWhereTheTransferIsWithdrawnAfterwards() {
        // given
        Applicant mover = steps.withGap();
        String number = steps.chosen(mover);
        steps.taxBureau(number, 1, CollectionState.PAID, "500.00", "SS-1", TODAY);
        assertThat(late.of(mover.id(), new RegionCode(TransferSteps.LIAOCHENG))).hasSize(1);

        // when
        done(transfers.withdraw(number, "不转了"));

        // then
        assertThat(steps.view(number).text("outcome")).isEqualTo("ABANDONED");
        assertThat(late.of(mover.id(), new RegionCode(TransferSteps.LIAOCHENG))).isEmpty();
        assertThat(steps.view(number).body().path("money").findValuesAsText("receipt"))
                .containsExactly("SS-1");
        assertThat(ledger.of(new CaseNumber(number)).unassigned()).isEqualByComparingTo("500.00");
        assertThat(transfers.view("reviewlc", number).path("history").findValuesAsText("text"))
                .anyMatch(text -> text.contains("登记退费的，缴费凭证号写 " + number + "-B1"));
    }

    @Test
    void whatWasPaidBeforeItWasDecidedAnewGoesBackToo() {
        // given
        Applicant mover = steps.withGap();
        String number = steps.chosen(mover);
        steps.taxBureau(number, 1, CollectionState.PAID, "500.00", "SS-1", TODAY);
        steps.start(number);
        done(steps.post("reviewlc", number, "gap", "facts", Map.of("corrections", List.of())));

        // when
        done(transfers.withdraw(number, "不转了"));

        // then
        assertThat(late.of(mover.id(), new RegionCode(TransferSteps.LIAOCHENG))).isEmpty();
        assertThat(steps.view(number).body().path("money")).hasSize(1);
    }

    @Test
    void aPaymentGoesOnThoughANewTableStatesNoMonths() {
        // given
        Applicant mover = steps.withGap();
        String number = steps.chosen(mover);
        done(transfers.verify(number, Map.of("decision", "QUESTION", "questions", "月份与凭证不符")));
        transfers.sendTable(number, mover, "没有月份", 2, List.of());
        transfers.messagesArrive();

        // when
        steps.start(number);

        // then
        assertThat(transfers.view("reviewlc", number).path("history").findValuesAsText("text"))
                .anyMatch(text -> text.contains("新的信息表没有载明缴费月份；补缴已经开单"))
                .noneMatch(text -> text.contains("null"));
    }
}
