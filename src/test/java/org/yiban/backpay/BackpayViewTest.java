package org.yiban.backpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiban.backpay.AtRetirement.TODAY;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.YibanTest;
import org.yiban.ledger.CollectionState;
import org.yiban.support.ReadMeanwhile;

/** What staff see of a retirement. */
@YibanTest
class BackpayViewTest {

    private static final int SHORT_BY_TWENTY = 340;

    @Autowired
    BackpaySteps steps;

    @Autowired
    AtRetirement people;

    @Autowired
    ReadMeanwhile meanwhile;

    @Test
    void aCaseIsShownAsAtOneMomentWhileMoneyComesIn() {
        // given
        String number = steps.ordered(people.inChangchun("EMPLOYER", SHORT_BY_TWENTY));
        // when
        JsonNode view = meanwhile.of(
                "yiban.backpay_receipt",
                () -> steps.view(number),
                () -> steps.taxBureau(number, 1, CollectionState.PAID, "9000.00", "SS-1", TODAY));
        // then
        assertThat(view.at("/choice/received").decimalValue()).isZero();
        assertThat(view.path("receipts")).isEmpty();
        assertThat(steps.view(number).path("receipts")).hasSize(1);
    }
}
