package org.yiban.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiban.refund.RefundSteps.done;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiban.ledger.CollectionState;
import org.yiban.ledger.OrderState;
import org.yiban.ledger.Settlement.Effect;
import org.yiban.refund.RefundApplicants.Payer;

/** The paths of {@code refundRequest} on which money moves, for {@link RefundPathsTest}. */
interface MoneyOfRefundPaths {

    RefundSteps steps();

    RefundApplicants applicants();

    @Test
    default void whatThePersonalAccountCoversIsRecoveredAtOnce() {
        Payer payer = applicants().employeeWhoDied("2022-11-05", "2022-11", "2022-12", "60.00", "500.00");

        String number = steps().approved(payer, "DEATH_NOT_DEREGISTERED", "2023-01-10");

        assertThat(steps().view(number).at("/money/recovered").decimalValue()).isEqualByComparingTo("30.00");
        assertThat(steps().view(number).at("/orders/0/amount").decimalValue()).isEqualByComparingTo("100.00");
    }

    @Test
    default void theRestIsCollectedBeforeAnythingIsPaid() {
        // given
        Payer payer = applicants().employeeWhoDied("2022-11-05", "2022-11", "2022-12", "60.00", "10.00");
        String number = steps().approved(payer, "DEATH_NOT_DEREGISTERED", "2023-01-10");
        // then
        assertThat(steps().view(number).path("orders")).isEmpty();

        // when
        steps().taxBureau(number, 1, CollectionState.PAID, "20.00");
        // then
        assertThat(steps().view(number).at("/money/rest").decimalValue()).isEqualByComparingTo("0.00");
        assertThat(steps().view(number).path("orders")).hasSize(1);
    }

    @Test
    default void aRestThatDoesNotComeInIsCollectedAgainOrDeducted() {
        // given
        Payer payer = applicants().employeeWhoDied("2022-11-05", "2022-11", "2022-12", "60.00", "0.00");
        String number = steps().approved(payer, "DEATH_NOT_DEREGISTERED", "2023-01-10");

        // when
        steps().taxBureau(number, 1, CollectionState.PARTLY, "12.00");
        done(steps().post("supercc", number, "rest", Map.of("decision", "COLLECT_AGAIN", "reason", "家属承诺补缴")), 200);
        steps().taxBureau(number, 2, CollectionState.EXPIRED, "0.00");
        done(steps().post("supercc", number, "rest", Map.of("decision", "DEDUCT", "reason", "家属同意抵扣")), 200);

        // then
        assertThat(steps().view(number).at("/money/deducted").decimalValue()).isEqualByComparingTo("18.00");
        assertThat(steps().view(number).at("/orders/0/amount").decimalValue()).isEqualByComparingTo("82.00");
    }

    @Test
    default void aRestThatComesInAfterItWasDeductedGoesBack() {
        // given
        Payer payer = applicants().employeeWhoDied("2022-11-05", "2022-11", "2022-12", "60.00", "0.00");
        String number = steps().approved(payer, "DEATH_NOT_DEREGISTERED", "2023-01-10");
        steps().taxBureau(number, 1, CollectionState.EXPIRED, "0.00");
        done(steps().post("supercc", number, "rest", Map.of("decision", "DEDUCT", "reason", "家属同意抵扣")), 200);

        // when
        steps().taxBureau(number, 1, CollectionState.PAID, "30.00");
        steps().taxBureau(number, 1, CollectionState.PAID, "30.00");

        // then it waits for finance
        assertThat(steps().unassigned(number)).isEqualByComparingTo("30.00");
        assertThat(steps().moneyOfTask("financecc", number).path("amount").decimalValue())
                .isEqualByComparingTo("30.00");
        assertThat(steps().moneyOfTask("financecc", number).path("receipt").asText())
                .isEqualTo("R-1");
        assertThat(steps().moneyReturned("financecc", number, " ").violation("note"))
                .contains("必填");
        assertThat(steps().moneyReturned("supercc", number, "原路退回").status()).isEqualTo(403);
        done(steps().moneyReturned("financecc", number, "原路退回，回单 9 号"), 200);

        // and nothing is left of it
        assertThat(steps().unassigned(number)).isZero();
        assertThat(steps().view(number).path("history").findValuesAsText("text"))
                .anyMatch(text -> text.contains("回单 9 号"));
    }

    @Test
    default void whereNoMonthIsLeftNothingIsRefunded() {
        Payer payer = applicants().employeeWhoDied("2022-12-05", "2022-11", "2022-12", "60.00", "10.00");
        String number = steps().registered(payer, "DEATH_NOT_DEREGISTERED", "2023-01-10");

        done(steps().confirmFacts(number), 200);

        assertThat(steps().view(number).path("outcome").asText()).contains("没有可以退的月份");
    }

    @Test
    default void aPaymentThatComesBackGoesOutAgainToTheCorrectedAccount() {
        // given
        String number = steps().approved(applicants().residentWhoPaidTwice(), "DUPLICATE_PAYMENT", "2023-12-20");

        // when
        steps().treasury(number, OrderState.REJECTED);
        done(steps().correctAccount(number), 200);
        steps().treasury(number, OrderState.PAID);

        // then
        assertThat(steps().view(number).path("state").asText()).isEqualTo("COMPLETED");
        assertThat(steps().view(number).at("/money/relationEnds").asBoolean()).isFalse();
        assertThat(steps().view(number).path("orders")).hasSize(1);
        assertThat(steps().view(number).at("/payee/maskedAccount").asText()).isEqualTo("6228****8903");
    }

    @Test
    default void whatArrivedAndIsReturnedByThePayeesBankOpensTheCaseAgainForAnotherAccount() {
        // given
        String number = steps().approved(applicants().residentWhoPaidTwice(), "DUPLICATE_PAYMENT", "2023-12-20");
        steps().treasury(number, OrderState.PAID);
        done(steps().object(number, "另一笔也应当退"), 200);

        // then: as long as people work on the case the money stands as paid
        assertThat(steps().returned(number)).isEqualTo(Effect.LATER);
        done(steps().post("supercc", number, "objection", Map.of("decision", "UPHOLD", "reason", "另一笔已经享受")), 200);

        // when
        assertThat(steps().returned(number)).isEqualTo(Effect.SETTLED);

        // then
        assertThat(steps().view(number).path("state").asText()).isEqualTo("OPEN");
        assertThat(steps().view(number).at("/orders/0/state").asText()).isEqualTo("REJECTED");
        assertThat(steps().view(number).findValuesAsText("text")).contains("退费被收款银行退汇：账户已销户");

        // when
        done(steps().correctAccount(number), 200);
        steps().treasury(number, OrderState.PAID);

        // then
        assertThat(steps().view(number).path("state").asText()).isEqualTo("COMPLETED");
        assertThat(steps().view(number).at("/orders/0/attempt").asInt()).isEqualTo(2);
    }
}
