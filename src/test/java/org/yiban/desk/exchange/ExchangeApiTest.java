package org.yiban.desk.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.YibanTest;
import org.yiban.exchange.Message;
import org.yiban.exchange.Outbox;
import org.yiban.exchange.PartnerDelivery;
import org.yiban.exchange.Party;
import org.yiban.partners.Behaviour;
import org.yiban.partners.EchoingPartner;
import org.yiban.region.RegionCode;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;

/** What supervisors see of the exchange and do about it, over HTTP. */
@YibanTest
class ExchangeApiTest {

    @Autowired
    ApiClient api;

    @Autowired
    Outbox outbox;

    @Autowired
    PartnerDelivery delivery;

    @Autowired
    EchoingPartner echo;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    final String key = UUID.randomUUID().toString();

    @BeforeEach
    void refuseAMessage() {
        echo.behaves(Behaviour.REFUSE);
        transaction.executeWithoutResult(status -> outbox.send(new Message(
                key,
                "test.unknown",
                Party.pool(new RegionCode("371500")),
                Party.partner("echo"),
                UUID.randomUUID(),
                "{\"word\":\"秘密\"}")));
        delivery.deliverAll().join();
    }

    @AfterEach
    void forget() {
        echo.behaves(Behaviour.ANSWER);
        jdbc.sql("delete from yiban.outbox where message_key = ?").param(key).update();
    }

    @Test
    void aSupervisorSeesWhatAPartnerRefusedAndWhyAndNotWhatItSays() {
        JsonNode message = refused("superlc");

        assertThat(message.path("stateTitle").asText()).isEqualTo("对方拒收");
        assertThat(message.path("why").asText()).contains("422", "不接收这类业务");
        assertThat(message.path("fromTitle").asText()).isEqualTo("山东省聊城市");
        assertThat(message.path("toTitle").asText()).isEqualTo("回声");
        assertThat(message.toString()).doesNotContain("秘密");
    }

    @Test
    void anotherPoolsMessagesDoNotExist() {
        long id = refused("superlc").path("id").asLong();

        assertThat(refused("superjn").isMissingNode()).isTrue();
        assertThat(offer("superjn", id, "请重发").status()).isEqualTo(404);
    }

    @Test
    void whoSupervisesNothingSeesNoMessages() {
        assertThat(api.get("clerklc", "/api/exchange/messages").status()).isEqualTo(403);
        assertThat(api.get("clerklc", "/api/exchange/overview").status()).isEqualTo(403);
        assertThat(api.get(null, "/api/exchange/messages").status()).isEqualTo(401);
    }

    @Test
    void offeringAgainDeliversTheMessageAndIsRecordedWithItsReason() {
        long id = refused("superlc").path("id").asLong();
        echo.behaves(Behaviour.ANSWER);

        Answer answer = offer("superlc", id, "与对方核对后重发");
        delivery.deliverAll().join();

        assertThat(answer.status()).isEqualTo(204);
        assertThat(refused("superlc").isMissingNode()).isTrue();
        assertThat(jdbc.sql("select actor || ' ' || reason from yiban.audit_event"
                                + " where action = 'MESSAGE_OFFERED_AGAIN' and reason like '%' || ? || '%'")
                        .param(key)
                        .query(String.class)
                        .single())
                .startsWith("superlc ")
                .contains("对方拒收", "与对方核对后重发");
    }

    @Test
    void offeringAgainNeedsAReason() {
        Answer answer = offer("superlc", refused("superlc").path("id").asLong(), " ");

        assertThat(answer.violation("reason")).isEqualTo("必填");
        assertThat(refused("superlc").isMissingNode()).isFalse();
    }

    @Test
    void whatIsDeliveredIsNotOfferedAgain() {
        long id = refused("superlc").path("id").asLong();
        jdbc.sql("update yiban.outbox set refused_at = null, delivered_at = now() where id = ?")
                .param(id)
                .update();

        assertThat(offer("superlc", id, "再发一次").status()).isEqualTo(409);
    }

    @Test
    void theOverviewCountsWhatIsStuckAndNamesThePartners() {
        JsonNode overview = api.get("superlc", "/api/exchange/overview").body();

        assertThat(overview.path("counts")).anySatisfy(count -> {
            assertThat(count.path("box").asText()).isEqualTo("OUT");
            assertThat(count.path("state").asText()).isEqualTo("REFUSED");
            assertThat(count.path("messages").asInt()).isPositive();
        });
        assertThat(overview.path("partners").findValuesAsText("title")).contains("聊城市财政局", "聊城市税务局");
    }

    @Test
    void badQuestionsAreRefusedWithWhatIsAllowed() {
        assertThat(api.get("superlc", "/api/exchange/messages?limit=0").violation("limit"))
                .contains("1 到 200");
        assertThat(api.get("superlc", "/api/exchange/messages?state=EARLY").violation("state"))
                .contains("发件");
        assertThat(api.get("superlc", "/api/exchange/messages?box=X").violation("box"))
                .contains("OUT / IN");
    }

    @Test
    void theMetricsTellWhatIsStuck() {
        assertThat(jdbc.sql("select count(*) from yiban.outbox where refused_at is not null and partner = 'echo'")
                        .query(Integer.class)
                        .single())
                .isPositive();
        assertThat(new String(api.download("admin", "/actuator/prometheus").body()))
                .contains("yiban_exchange_messages{box=\"OUT\",partner=\"echo\",state=\"REFUSED\"}")
                .contains("yiban_exchange_oldest_seconds{box=\"IN\",partner=\"treasury\"}");
    }

    private Answer offer(String user, long id, String reason) {
        return api.post(user, "/api/exchange/messages/OUT/" + id + "/offer", Map.of("reason", reason));
    }

    /** The refused message as a supervisor sees it; missing if they do not. */
    private JsonNode refused(String user) {
        for (JsonNode message : api.get(user, "/api/exchange/messages?state=REFUSED&limit=200")
                .body()
                .path("messages")) {
            if (message.path("key").asText().equals(key)) {
                return message;
            }
        }
        return MissingNode.getInstance();
    }
}
