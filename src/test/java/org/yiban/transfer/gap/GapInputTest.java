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
import org.yiban.ledger.CollectionState;
import org.yiban.policy.known.Correction;
import org.yiban.support.ApiClient.Answer;

/** What people send about the benefits across a transfer: wrong input is named and changes nothing. */
@YibanTest
class GapInputTest {

    private static final LocalDate TODAY = LocalDate.now(BusinessTime.ZONE);
    private static final YearMonth NOW = YearMonth.from(TODAY);

    @Autowired
    GapSteps steps;

    @Test
    void factsThatCannotBeCorrectedOrAreNoneAreRefusedTogether() {
        String number = steps.opened(steps.mover(NOW.minusMonths(2), NOW.minusMonths(1)));

        Answer refused = facts(
                "reviewlc",
                number,
                correction("region", "370100", "错"),
                correction("weather", "rain", "错"),
                correction("lastPaidMonth", "2026-13", ""));
        Answer none = facts("reviewlc", number, correction("lastPaidMonth", "2026-13", "见证明"));

        assertThat(refused.body().path("violations").findValuesAsText("field"))
                .containsExactlyInAnyOrder("facts.region", "facts.weather", "reason.lastPaidMonth");
        assertThat(none.body().path("violations").findValuesAsText("field")).containsExactly("facts.lastPaidMonth");
        assertThat(steps.task(number, "gap").getTaskDefinitionKey()).isEqualTo(GapModel.CHECK_FACTS);
    }

    @Test
    void aFactThatTheAnswerDependsOnHasToBeStated() {
        String number = steps.openedInTieling();

        Answer open = facts("reviewtl", number);
        Answer half = facts("reviewtl", number, correction("paidOn", TODAY.toString(), "见缴费单"));

        assertThat(open.body().path("violations").findValuesAsText("field")).containsExactly("facts.paidOn");
        assertThat(half.body().path("violations").findValuesAsText("field")).containsExactly("facts.lastPaidMonth");
    }

    @Test
    void thePriceIsTheTablesWhereTheyStateOne() {
        // given
        String number = steps.openedInTieling();
        done(facts(
                "reviewtl",
                number,
                correction("lastPaidMonth", NOW.minusMonths(3).toString(), "见信息表"),
                correction("paidOn", TODAY.toString(), "见缴费单")));
        // then
        Answer missing = choice("clerktl", number, Map.of("decision", "PAY"));
        assertThat(missing.body().path("violations").findValuesAsText("field"))
                .containsExactlyInAnyOrder("base", "accountType");
        Map<String, String> price =
                Map.of("decision", "PAY", "base", "5000.00", "accountType", "POOLED_WITH_ACCOUNT", "amount", "1.00");
        assertThat(choice("clerktl", number, price).toString()).contains("700.00");

        // when
        done(choice(
                "clerktl", number, Map.of("decision", "PAY", "base", "5000.00", "accountType", "POOLED_WITH_ACCOUNT")));
        // then
        Answer view = steps.view("reviewtl", number);
        assertThat(view.body().path("amount").decimalValue()).isEqualByComparingTo("700.00");
        assertThat(view.text("amountSource")).contains("TL2022");
        assertThat(view.text("countsUntil"))
                .isEqualTo(NOW.plusMonths(1).atEndOfMonth().toString());
    }

    @Test
    void aPriceThatNoTableStatesNeedsAmountAndPaper() {
        String number = steps.quoted(steps.mover(NOW.minusMonths(2), NOW.minusMonths(1)));

        assertThat(fields(choice("clerklc", number, Map.of("decision", "PAY")))).contains("amountSource");
        assertThat(fields(choice("clerklc", number, Map.of("decision", "PAY", "amountSource", "核定单"))))
                .containsExactly("amount");
        for (String wrong : List.of("0", "-1", "1.234", "一百", "99999999999")) {
            assertThat(fields(choice(
                            "clerklc", number, Map.of("decision", "PAY", "amount", wrong, "amountSource", "核定单"))))
                    .as(wrong)
                    .containsExactly("amount");
        }
        assertThat(fields(choice("clerklc", number, Map.of()))).containsExactly("decision");
        assertThat(steps.view(number).body().path("toPay").isNull()).isTrue();
    }

    @Test
    void onlyTheRolesOfThePoolAct() {
        String number = steps.quoted(steps.mover(NOW.minusMonths(2), NOW.minusMonths(1)));

        assertThat(choice("financelc", number, Map.of("decision", "DECLINE")).status())
                .isEqualTo(403);
        assertThat(choice("clerkjn", number, Map.of("decision", "DECLINE")).status())
                .isEqualTo(404);
        assertThat(steps.view("reviewcc", number).status()).isEqualTo(404);
    }

    @Test
    void whatIsSaidOfMoneyMustBeSaid() {
        String number = steps.chosen(steps.mover(NOW.minusMonths(2), NOW.minusMonths(1)));
        steps.taxBureau(number, 1, CollectionState.PARTLY, "200.00", "SS-1", TODAY);

        assertThat(fields(steps.post("reviewlc", number, "payment", "rest", Map.of("decision", "STOP"))))
                .containsExactly("reason");
        done(steps.post("reviewlc", number, "payment", "rest", Map.of("decision", "STOP", "reason", "不补了")));
        assertThat(fields(steps.post("financelc", number, "money", "money", Map.of())))
                .containsExactly("note");
        assertThat(fields(steps.post("financelc", number, "money", "money", Map.of("refundCase", "退费1号"))))
                .containsExactly("refundCase");
    }

    private Answer facts(String user, String number, Correction... corrections) {
        return steps.post(user, number, "gap", "facts", Map.of("corrections", List.of(corrections)));
    }

    private Answer choice(String user, String number, Map<String, String> choice) {
        return steps.post(user, number, "gap", "choice", choice);
    }

    private static List<String> fields(Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        return answer.body().path("violations").findValuesAsText("field");
    }

    private static Correction correction(String name, String value, String reason) {
        return new Correction(name, value, reason);
    }
}
