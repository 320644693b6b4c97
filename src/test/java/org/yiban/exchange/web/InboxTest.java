package org.yiban.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiban.YibanTest;
import org.yiban.exchange.Inbox;
import org.yiban.exchange.Inbox.Result;
import org.yiban.partners.EchoingPartner;
import org.yiban.partners.TaxBureauSimulator;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;

/** The inbox for partners, as one who sends to it meets it. */
@YibanTest
class InboxTest {

    private static final String PATH = "/api/exchange/inbox";
    private static final String LIAOCHENG = "371500";

    @Autowired
    ApiClient api;

    @Autowired
    EchoingPartner echo;

    @Autowired
    TaxBureauSimulator taxBureau;

    @Autowired
    Inbox inbox;

    @Autowired
    JdbcClient jdbc;

    final String key = UUID.randomUUID().toString();

    @Test
    void aSignedMessageIsTakenInWithoutALogin() {
        Answer answer = sendSigned(message("echo", LIAOCHENG, "test.said"));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text("result")).isEqualTo("NEW");
        assertThat(received()).isOne();
    }

    @Test
    void theSameMessageLaidOutOtherwiseIsARepetition() {
        sendSigned(message("echo", LIAOCHENG, "test.said"));

        Answer answer = sendSigned(message("echo", LIAOCHENG, "test.said")
                .replace(":", " : ")
                .replace("T09 : 30 : 00+08 : 00", "T09:31:00+08:00"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("result")).isEqualTo("REPEATED");
    }

    @Test
    void aMessageWithoutASignatureIsRefusedAndLeavesNoTrace() {
        Answer answer = api.post(null, PATH, message("echo", LIAOCHENG, "test.said"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text("detail")).contains("签名");
        assertThat(received()).isZero();
        assertThat(turnedAway()).isZero();
    }

    @Test
    void nonsenseInPlaceOfASignatureIsRefused() {
        for (String nonsense : List.of("..", "a.b.c", "eyJhbGciOiJub25lIn0..", "x".repeat(5_000))) {
            assertThat(api.post(null, PATH, message("echo", LIAOCHENG, "test.said"), Inbox.SIGNATURE, nonsense)
                            .status())
                    .as(nonsense)
                    .isEqualTo(401);
        }
    }

    @Test
    void aSignatureOverAnotherBodyIsRefused() {
        String signature = echo.sign(message("echo", LIAOCHENG, "test.said"));

        Answer answer = api.post(
                null, PATH, message("echo", LIAOCHENG, "test.said").replace("一", "二"), Inbox.SIGNATURE, signature);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(received()).isZero();
    }

    @Test
    void aLoginIsNoSignature() {
        assertThat(api.post("superlc", PATH, message("echo", LIAOCHENG, "test.said"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aPartnerCannotSpeakForAnother() {
        Answer answer = sendSigned(message("treasury", LIAOCHENG, "test.said"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violation("from")).contains("echo");
        assertThat(received()).isZero();
        assertThat(turnedAway()).isOne();
    }

    @Test
    void aPartnerCannotSayWhatOnlyAnotherMaySay() {
        String body = message("taxBureau", LIAOCHENG, "test.said");

        Answer answer = api.post(null, PATH, body, Inbox.SIGNATURE, taxBureau.sign(body));

        assertThat(answer.violation("type")).contains("不接收");
    }

    @Test
    void aPartnerReachesOnlyThePoolsItServes() {
        assertThat(sendSigned(message("echo", "370800", "test.said")).violation("to"))
                .contains("统筹区");
        assertThat(sendSigned(message("echo", "treasury", "test.said")).violation("to"))
                .contains("统筹区");
    }

    @Test
    void everythingWrongWithAMessageIsSaidAtOnce() {
        Answer answer = sendSigned("{\"key\":\"空 格\",\"type\":7,\"from\":\"echo\",\"extra\":1,\"payload\":[]}");

        assertThat(answer.status()).isEqualTo(400);
        for (String field : List.of("key", "type", "to", "conversationId", "sentAt", "payload", "extra")) {
            assertThat(answer.violation(field)).as(field).isNotNull();
        }
    }

    @Test
    void whatIsNoJsonIsRefused() {
        for (String body : List.of("", "[]", "{", "{\"key\":1,\"key\":2}", "{} {}")) {
            assertThat(sendSigned(body).status()).as(body).isEqualTo(400);
        }
    }

    @Test
    void aMessageThatIsTooLargeIsRefusedBeforeItIsVerified() {
        String body = "{\"key\":\"" + "x".repeat(8 * 1024 * 1024) + "\"}";

        Answer answer = api.post(null, PATH, body, Inbox.SIGNATURE, echo.sign("something else"));

        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void whenTooManyAreReadAtATimeTheNextIsToldToComeAgain() throws Exception {
        String signature = echo.sign("{}");
        CountDownLatch begun = new CountDownLatch(16);
        CountDownLatch goOn = new CountDownLatch(1);
        List<Thread> senders = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            Thread sender = new Thread(() -> receive(signature, slowly(begun, goOn)));
            senders.add(sender);
            sender.start();
        }
        begun.await();

        Result result = inbox.receive(signature, InputStream.nullInputStream()).result();
        goOn.countDown();
        for (Thread sender : senders) {
            sender.join();
        }

        assertThat(result).isEqualTo(Result.BUSY);
        assertThat(inbox.receive(signature, InputStream.nullInputStream()).result())
                .isNotEqualTo(Result.BUSY);
    }

    private void receive(String signature, InputStream body) {
        try {
            inbox.receive(signature, body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream slowly(CountDownLatch begun, CountDownLatch goOn) {
        return new InputStream() {
            @Override
            public int read() {
                begun.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return -1;
            }
        };
    }

    private Answer sendSigned(String body) {
        return api.post(null, PATH, body, Inbox.SIGNATURE, echo.sign(body));
    }

    private String message(String from, String to, String type) {
        return """
                {"key":"%s","type":"%s","from":"%s","to":"%s","conversationId":"%s",
                 "payload":{"word":"一"},"sentAt":"2026-02-12T09:30:00+08:00"}""".formatted(key, type, from, to, UUID.nameUUIDFromBytes(key.getBytes()));
    }

    private int received() {
        return count("yiban.inbox");
    }

    private int turnedAway() {
        return count("yiban.turned_away");
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table + " where message_key = ?")
                .param(key)
                .query(Integer.class)
                .single();
    }
}
