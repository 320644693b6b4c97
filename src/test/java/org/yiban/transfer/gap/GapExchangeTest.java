package org.yiban.transfer.gap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiban.YibanTest;
import org.yiban.exchange.Exchange;
import org.yiban.exchange.PartnerDelivery;
import org.yiban.kernel.BusinessTime;
import org.yiban.partners.Behaviour;
import org.yiban.partners.TaxBureauSimulator;

/** Gap payments of a pool whose tax bureau is connected: whatever it says, the gap is closed once or not at all. */
@YibanTest
class GapExchangeTest {

    private static final YearMonth NOW = YearMonth.from(LocalDate.now(BusinessTime.ZONE));

    @Autowired
    GapSteps steps;

    @Autowired
    TaxBureauSimulator taxBureau;

    @Autowired
    PartnerDelivery delivery;

    @Autowired
    Exchange exchange;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void taxBureauAnswersAgain() {
        taxBureau.behaves(Behaviour.ANSWER);
    }

    @Test
    void theAnswerOfTheTaxBureauClosesTheGap() throws Exception {
        String number = chosenWith(Behaviour.ANSWER);

        assertThat(steps.view(number).text("outcome")).isEqualTo("PAID");
        assertThat(steps.view(number).body().at("/orders/0/receivedOn").asText())
                .isEqualTo("2026-03-02");
    }

    @Test
    void anAnswerSaidTwiceClosesItOnce() throws Exception {
        String number = chosenWith(Behaviour.TWICE);

        assertThat(steps.view(number).text("outcome")).isEqualTo("PAID");
        assertThat(steps.view(number).body().path("money")).isEmpty();
    }

    @Test
    void anAnswerThatComesLaterIsWaitedFor() throws Exception {
        String number = chosenWith(Behaviour.LATE);
        assertThat(waiting(number)).isTrue();

        taxBureau.release();
        taxBureau.awaitAnswered();
        exchange.moveAll();

        assertThat(steps.view(number).text("outcome")).isEqualTo("PAID");
    }

    @Test
    void nothingPaidIsAnAnswerToo() throws Exception {
        String number = chosenWith(Behaviour.REJECT);

        assertThat(steps.view(number).text("outcome")).isEqualTo("EXPIRED");
    }

    @Test
    void anAnswerThatContradictsItselfIsRefusedForGoodAndTheGapGoesOnWaiting() throws Exception {
        String number = chosenWith(Behaviour.WRONG_TOTALS);

        assertThat(waiting(number)).isTrue();
        assertThat(jdbc.sql("select count(*) from yiban.inbox where refused_at is not null and message_key like ?")
                        .param(number + "%")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private String chosenWith(Behaviour behaviour) throws Exception {
        taxBureau.behaves(behaviour);
        String number = steps.chosen(steps.mover(NOW.minusMonths(2), NOW.minusMonths(1)));
        delivery.deliverAll().join();
        if (behaviour != Behaviour.LATE) {
            taxBureau.awaitAnswered();
        }
        exchange.moveAll();
        return number;
    }

    private boolean waiting(String number) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(number + "/payment")
                        .count()
                == 1;
    }
}
