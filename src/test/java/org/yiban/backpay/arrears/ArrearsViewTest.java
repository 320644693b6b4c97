package org.yiban.backpay.arrears;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiban.backpay.arrears.ArrearsSteps.application;
import static org.yiban.backpay.arrears.ArrearsSteps.done;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.YibanTest;
import org.yiban.ledger.CollectionState;
import org.yiban.support.ReadMeanwhile;

/** What staff see of arrears. */
@YibanTest
class ArrearsViewTest {

    @Autowired
    ArrearsSteps steps;

    @Autowired
    ReadMeanwhile meanwhile;

    @Test
    void aCaseIsShownAsAtOneMomentWhileMoneyComesIn() {
        // given
        String number = steps.registered(application("211200", "UNIT_INTERRUPTION"));
        done(steps.review(number, Map.of("base1", "6000.00")), 200);
        done(steps.approve(number), 200);
        // when
        JsonNode view = meanwhile.of(
                "yiban.arrears_money",
                () -> steps.view(number),
                () -> steps.taxBureau(number, 1, CollectionState.PAID, "1260.00", "R1-" + number));
        // then
        assertThat(view.path("received").decimalValue()).isZero();
        assertThat(view.at("/orders/0/stateTitle").asText()).isEqualTo("待收");
        assertThat(steps.view(number).at("/orders/0/stateTitle").asText()).isEqualTo("已收齐");
    }
}
