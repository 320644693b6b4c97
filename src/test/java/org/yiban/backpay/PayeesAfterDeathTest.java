package org.yiban.backpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiban.backpay.AtRetirement.TODAY;
import static org.yiban.backpay.BackpaySteps.done;
import static org.yiban.backpay.BackpaySteps.refundTo;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiban.YibanTest;
import org.yiban.backpay.AtRetirement.Retiring;
import org.yiban.ledger.CollectionState;
import org.yiban.support.ApiClient.Answer;

/** To whom a lump sum is given back whose payer died before benefits began. */
@YibanTest
class PayeesAfterDeathTest {

    private static final int SHORT_BY_TWENTY = 340;

    @Autowired
    BackpaySteps steps;

    @Autowired
    AtRetirement people;

    @Autowired
    JdbcClient jdbc;

    @Test
    void nobodyButHeirsIsPaidForTheDead() {
        // given
        Retiring man = people.inChangchun("EMPLOYER", SHORT_BY_TWENTY);
        String number = steps.ordered(man);
        steps.taxBureau(number, 1, CollectionState.PAID, "9000.00", "SS-1", TODAY);
        steps.taxBureau(number, 1, CollectionState.PAID, "9000.00", "SS-2", TODAY);
        people.dies(man, TODAY);

        // then
        assertThat(question(number, "SELF").violation("payeeIs")).contains("继承人");
        assertThat(question(number, "EMPLOYER").violation("payeeIs")).contains("继承人");
        assertThat(money(number, "SELF").violation("payeeIs")).contains("继承人");
        done(question(number, "HEIR"));
        done(money(number, "HEIR"));
    }

    @Test
    void aDeathBeforeBenefitsBeganCountsHoweverLateItBecomesKnown() {
        // given benefits that began two years ago, and others likewise
        String early =
                paidWithBenefitsFrom(TODAY.minusYears(2), TODAY.minusYears(2).minusDays(1));
        String late = paidWithBenefitsFrom(TODAY.minusYears(2), TODAY.minusYears(2));

        // then
        done(question(early, "HEIR"));
        assertThat(steps.task(late + "/death")).isNull();
    }

    /** A lump sum whose payer turns out to have died on a day, when benefits had begun. */
    private String paidWithBenefitsFrom(LocalDate benefitsFrom, LocalDate diedOn) {
        Retiring man = people.inChangchun("EMPLOYER", SHORT_BY_TWENTY);
        String number = steps.ordered(man);
        steps.taxBureau(number, 1, CollectionState.PAID, "9000.00", "SS-1", TODAY);
        jdbc.sql("update yiban.backpay set benefits_from = ? where case_number = ?")
                .params(benefitsFrom, number)
                .update();
        people.dies(man, diedOn);
        return number;
    }

    private Answer question(String number, String payee) {
        return steps.beside("clerk", number, "death", "refund-question", refundTo(payee));
    }

    private Answer money(String number, String payee) {
        return steps.beside("finance", number, "money", "money", refundTo(payee));
    }
}
