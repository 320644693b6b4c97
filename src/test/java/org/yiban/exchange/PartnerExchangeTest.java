package org.yiban.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.YibanTest;
import org.yiban.partners.Behaviour;
import org.yiban.partners.EchoingPartner;
import org.yiban.partners.PartnersOfTests;
import org.yiban.partners.TaxBureauSimulator;
import org.yiban.region.RegionCode;

/** What passes between a pool and a partner outside, over HTTP, however the partner behaves. */
@YibanTest
class PartnerExchangeTest {

    private static final RegionCode LIAOCHENG = new RegionCode(PartnersOfTests.POOL);
    private static final Party ECHO = Party.partner("echo");

    @Autowired
    Outbox outbox;

    @Autowired
    Exchange exchange;

    @Autowired
    PartnerDelivery delivery;

    @Autowired
    Messages messages;

    @Autowired
    HeardMessages heard;

    @Autowired
    EchoingPartner echo;

    @Autowired
    TaxBureauSimulator taxBureau;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    final String word = UUID.randomUUID().toString();
    final UUID conversation = UUID.randomUUID();

    @BeforeEach
    @AfterEach
    void beginAnew() {
        heard.forget();
        echo.behaves(Behaviour.ANSWER);
        echo.release();
        jdbc.sql(
                        "update yiban.outbox set delivered_at = now(), refused_at = null where recipient = 'echo' and delivered_at is null")
                .update();
    }

    @Test
    void aPartnersAnswersReachTheirHandler() throws Exception {
        ask();

        assertThat(heard()).containsExactly(word + "/first", word + "/second");
        assertThat(state(Box.OUT, word)).isEqualTo(MessageState.DONE);
    }

    @Test
    void anAnswerThatComesLateIsHeardWhenItComes() throws Exception {
        echo.behaves(Behaviour.LATE);

        ask();
        assertThat(heard()).isEmpty();

        echo.release();
        answersArrive();
        assertThat(heard()).hasSize(2);
    }

    @Test
    void anAnswerGivenTwiceIsHeardOnce() throws Exception {
        echo.behaves(Behaviour.TWICE);

        ask();

        assertThat(echo.answered(conversation.toString())).containsExactly(202, 200, 202, 200);
        assertThat(heard()).containsExactly(word + "/first", word + "/second");
    }

    @Test
    void anAnswerThatComesBeforeTheQuestionIsDeliveredAndBeforeAnybodyWaitsIsHeldAndHeardOnce() throws Exception {
        echo.behaves(Behaviour.EARLY);
        heard.notYet = true;

        ask();
        assertThat(state(Box.IN, word + "/first")).isEqualTo(MessageState.EARLY);

        heard.notYet = false;
        makeDue(Box.IN);
        exchange.moveAll();
        assertThat(heard()).containsExactlyInAnyOrder(word + "/second", word + "/first");
        assertThat(state(Box.OUT, word)).isEqualTo(MessageState.DONE);
    }

    @Test
    void aQuestionNeverAnsweredStaysDeliveredAndIsNotAskedAgain() throws Exception {
        echo.behaves(Behaviour.NEVER);

        ask();
        delivery.deliverAll().join();

        assertThat(heard()).isEmpty();
        assertThat(state(Box.OUT, word)).isEqualTo(MessageState.DONE);
        assertThat(echo.received(conversation.toString())).hasSize(1);
    }

    @Test
    void anAnswerUnderAForeignKeyIsTurnedAway() throws Exception {
        echo.behaves(Behaviour.WRONG_SIGNATURE);

        ask();

        assertThat(echo.answered(conversation.toString())).containsExactly(401, 401);
        assertThat(heard()).isEmpty();
    }

    @Test
    void theSameKeyWithOtherContentIsRefusedAndKeptVisible() throws Exception {
        echo.behaves(Behaviour.CONTRADICT);

        ask();

        assertThat(echo.answered(conversation.toString())).containsExactly(202, 409, 202, 409);
        assertThat(heard()).hasSize(2);
        assertThat(messages.turnedAway(Set.of(LIAOCHENG), Set.of(LIAOCHENG), 100))
                .filteredOn(each -> each.key().equals(word + "/first"))
                .singleElement()
                .satisfies(each -> assertThat(each.why()).contains("内容不同"));
    }

    @Test
    void aPartnerThatIsBusyIsTriedAgainLater() throws Exception {
        echo.behaves(Behaviour.BUSY);
        ask();
        assertThat(state(Box.OUT, word)).isEqualTo(MessageState.FAILING);
        assertThat(row(Box.OUT, word).why()).contains("503", "系统维护中");

        echo.behaves(Behaviour.ANSWER);
        makeDue(Box.OUT);
        delivery.deliverAll().join();
        answersArrive();
        assertThat(heard()).hasSize(2);
    }

    @Test
    void whatAPartnerRefusesRestsUntilItIsOfferedAgain() throws Exception {
        echo.behaves(Behaviour.REFUSE);
        ask();
        assertThat(state(Box.OUT, word)).isEqualTo(MessageState.REFUSED);
        assertThat(row(Box.OUT, word).why()).contains("422", "不接收这类业务");

        echo.behaves(Behaviour.ANSWER);
        makeDue(Box.OUT);
        delivery.deliverAll().join();
        assertThat(state(Box.OUT, word)).isEqualTo(MessageState.REFUSED);

        messages.offerAgain(Set.of(LIAOCHENG), Box.OUT, row(Box.OUT, word).id());
        delivery.deliverAll().join();
        answersArrive();
        assertThat(heard()).hasSize(2);
    }

    @Test
    void whatAHandlerFindsWrongRestsUntilItIsOfferedAgain() throws Exception {
        heard.refusesWith = "合计不符";
        ask();
        makeDue(Box.IN);
        exchange.moveAll();
        assertThat(state(Box.IN, word + "/first")).isEqualTo(MessageState.REFUSED);
        assertThat(row(Box.IN, word + "/first").why()).contains("合计不符");

        heard.refusesWith = null;
        messages.offerAgain(
                Set.of(LIAOCHENG), Box.IN, row(Box.IN, word + "/first").id());
        exchange.moveAll();
        assertThat(heard()).containsExactly(word + "/first");
    }

    @Test
    void aSlowPartnerHoldsUpNeitherTheOthersNorTheMessagesInside() throws Exception {
        echo.behaves(Behaviour.SLOW);
        UUID quick = UUID.randomUUID();
        Message inside = new Message(
                UUID.randomUUID().toString(),
                HeardMessages.TYPE,
                Party.pool(LIAOCHENG),
                Party.pool(new RegionCode("370800")),
                UUID.randomUUID(),
                "{}");
        send(question(ECHO, word, conversation));
        send(question(Party.partner("taxBureau"), "quick" + word, quick));
        send(inside);

        var deliveries = delivery.deliverAll();
        exchange.moveAll();

        assertThat(heard.keys).contains(inside.key());
        await(() -> !taxBureau.received(quick.toString()).isEmpty());
        assertThat(deliveries).isNotDone();
        deliveries.get(10, TimeUnit.SECONDS);
        assertThat(row(Box.OUT, word).why()).contains("没有答复");
    }

    @Test
    void aMessageWhoseNodeDiedWhileItWasDeliveredIsDeliveredAgain() throws Exception {
        ask();
        jdbc.sql("update yiban.outbox set delivered_at = null, next_attempt_at = now() where message_key = ?")
                .param(word)
                .update();

        delivery.deliverAll().join();
        answersArrive();

        assertThat(echo.received(conversation.toString())).hasSize(1);
        assertThat(heard()).hasSize(2);
        assertThat(state(Box.OUT, word)).isEqualTo(MessageState.DONE);
    }

    @Test
    void whatPartnersSayIsStoredEncrypted() throws Exception {
        ask();

        List<Map<String, Object>> rows =
                jdbc.sql("""
                        select payload, sealed from yiban.outbox where conversation_id = :conversation
                        union all select payload, sealed from yiban.inbox where conversation_id = :conversation
                        """).param("conversation", conversation).query().listOfRows();
        assertThat(rows).hasSize(3).allSatisfy(row -> {
            assertThat(row.get("payload")).isNull();
            assertThat(new String((byte[]) row.get("sealed"))).doesNotContain(word);
        });
    }

    /** What was heard of this test's conversation. */
    private List<String> heard() {
        return heard.keys.stream().filter(key -> key.startsWith(word)).toList();
    }

    private void ask() throws Exception {
        send(question(ECHO, word, conversation));
        delivery.deliverAll().join();
        answersArrive();
    }

    private void answersArrive() throws InterruptedException {
        echo.awaitAnswered();
        exchange.moveAll();
    }

    private static Message question(Party to, String word, UUID conversation) {
        return new Message(
                word, EchoingPartner.ASKED, Party.pool(LIAOCHENG), to, conversation, "{\"word\":\"" + word + "\"}");
    }

    private void send(Message message) {
        transaction.executeWithoutResult(status -> outbox.send(message));
    }

    private MessageState state(Box box, String key) {
        return row(box, key).state();
    }

    private MessageRow row(Box box, String key) {
        for (MessageState state : MessageState.values()) {
            for (MessageRow row : messages.list(Set.of(LIAOCHENG), box, state, null, 1_000)) {
                if (row.key().equals(key)) {
                    return row;
                }
            }
        }
        throw new AssertionError("no message " + key);
    }

    private void makeDue(Box box) {
        jdbc.sql("update " + box.table() + " set next_attempt_at = now() where " + box.open())
                .update();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 100 && !condition.getAsBoolean(); i++) {
            Thread.sleep(20);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
