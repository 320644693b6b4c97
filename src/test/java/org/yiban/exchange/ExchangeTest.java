package org.yiban.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.YibanTest;
import org.yiban.region.RegionCode;

@YibanTest
class ExchangeTest {

    @Autowired
    Outbox outbox;

    @Autowired
    Exchange exchange;

    @Autowired
    HeardMessages heard;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void forgetWhatWasHeard() {
        heard.forget();
    }

    @Test
    void aMessageReachesItsHandlerOnce() {
        Message message = message(UUID.randomUUID().toString(), "371500");

        send(message);
        exchange.moveAll();
        exchange.moveAll();

        assertThat(heard.keys).containsExactly(message.key());
    }

    @Test
    void whatIsSaidTwiceIsHeardOnce() {
        Message message = message(UUID.randomUUID().toString(), "371500");

        send(message);
        exchange.moveAll();
        jdbc.sql("update yiban.outbox set delivered_at = null where message_key = ?")
                .param(message.key())
                .update();
        send(message);
        exchange.moveAll();

        assertThat(heard.keys).containsExactly(message.key());
    }

    @Test
    void aMessageWhoseEffectIsRolledBackIsNeverSent() {
        Message message = message(UUID.randomUUID().toString(), "371500");

        transaction.executeWithoutResult(status -> {
            outbox.send(message);
            status.setRollbackOnly();
        });
        exchange.moveAll();

        assertThat(heard.keys).doesNotContain(message.key());
    }

    @Test
    void aMessageCannotBeSentWithoutTheTransactionOfItsEffect() {
        assertThatThrownBy(() -> outbox.send(message("x", "371500")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void aHandlerThatFailsLosesNothingAndIsAskedAgainLater() {
        Message message = message(UUID.randomUUID().toString(), "371500");
        heard.failures = 1;

        send(message);
        exchange.moveAll();
        assertThat(heard.keys).isEmpty();
        assertThat(waiting(message)).isEqualTo(1);

        makeDue(message);
        exchange.moveAll();
        assertThat(heard.keys).containsExactly(message.key());
        assertThat(waiting(message)).isZero();
    }

    @Test
    void aMessageToAPoolWithoutAWayStaysInTheOutbox() {
        Message message = message(UUID.randomUUID().toString(), "370100");

        send(message);
        exchange.moveAll();

        assertThat(jdbc.sql("select attempts from yiban.outbox where message_key = ? and delivered_at is null")
                        .param(message.key())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        jdbc.sql("delete from yiban.outbox where message_key = ?")
                .param(message.key())
                .update();
    }

    private static Message message(String key, String to) {
        return new Message(
                key,
                HeardMessages.TYPE,
                Party.pool(new RegionCode("370800")),
                Party.pool(new RegionCode(to)),
                UUID.randomUUID(),
                "{}");
    }

    private void send(Message message) {
        transaction.executeWithoutResult(status -> outbox.send(message));
    }

    private int waiting(Message message) {
        return jdbc.sql("select count(*) from yiban.inbox where message_key = ? and handled_at is null")
                .param(message.key())
                .query(Integer.class)
                .single();
    }

    private void makeDue(Message message) {
        jdbc.sql("update yiban.inbox set next_attempt_at = now() where message_key = ?")
                .param(message.key())
                .update();
    }
}
