package org.yiban.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.YibanTest;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.exchange.Exchange;
import org.yiban.exchange.Message;
import org.yiban.exchange.PartnerDelivery;
import org.yiban.exchange.Party;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.ProblemException;
import org.yiban.ledger.CollectionOrders;
import org.yiban.ledger.CollectionPurpose;
import org.yiban.ledger.CollectionState;
import org.yiban.ledger.Ledger;
import org.yiban.ledger.MoneyCases;
import org.yiban.ledger.OrderState;
import org.yiban.ledger.PaymentOrder;
import org.yiban.ledger.PaymentOrders;
import org.yiban.partners.Behaviour;
import org.yiban.partners.TaxBureauSimulator;
import org.yiban.partners.TreasurySimulator;
import org.yiban.region.RegionCode;
import org.yiban.support.ApiClient;

/** Batches and collections of a pool whose treasury and tax bureau are connected. */
@YibanTest
class TreasuryExchangeTest {

    private static final RegionCode LIAOCHENG = new RegionCode("371500");

    @Autowired
    PaymentSteps steps;

    @Autowired
    MoneyCases money;

    @Autowired
    PaymentOrders orders;

    @Autowired
    CollectionOrders collections;

    @Autowired
    Ledger ledger;

    @Autowired
    ApplyingResults applying;

    @Autowired
    TreasurySimulator treasury;

    @Autowired
    TaxBureauSimulator taxBureau;

    @Autowired
    Collecting collecting;

    @Autowired
    PartnerDelivery delivery;

    @Autowired
    Exchange exchange;

    @Autowired
    ApiClient api;

    @Autowired
    Cases cases;

    @Autowired
    TransactionTemplate transaction;

    @AfterEach
    void partnersAnswerAgain() {
        treasury.behaves(Behaviour.ANSWER);
        taxBureau.behaves(Behaviour.ANSWER);
    }

    @Test
    void anApprovedBatchGoesToTheTreasuryWhoseAnswerPaysIt() throws Exception {
        PaymentOrder order = money.orderIn(LIAOCHENG, "120.00");

        String batch = approved(order);
        partnersAnswer();

        JsonNode view = view(batch);
        assertThat(treasury.hasPaid(order.key())).isTrue();
        assertThat(view.path("way").asText()).isEqualTo("由系统发往财政");
        assertThat(view.path("receipt").asText()).isEqualTo("已接收");
        assertThat(view.path("state").asText()).isEqualTo("SETTLED");
        assertThat(ledger.of(order.caseNumber()).refunded()).isEqualTo(new BigDecimal("120.00"));
        assertThat(steps.openSteps(batch)).isEmpty();
    }

    @Test
    void anAnswerSaidTwiceOrBackToFrontPaysOnce() throws Exception {
        treasury.behaves(Behaviour.TWICE);
        PaymentOrder twice = money.orderIn(LIAOCHENG, "120.00");
        approved(twice);
        partnersAnswer();
        treasury.behaves(Behaviour.EARLY);
        PaymentOrder early = money.orderIn(LIAOCHENG, "64.50");
        approved(early);
        partnersAnswer();

        assertThat(ledger.of(twice.caseNumber()).refunded()).isEqualTo(new BigDecimal("120.00"));
        assertThat(ledger.of(early.caseNumber()).refunded()).isEqualTo(new BigDecimal("64.50"));
    }

    @Test
    void anAnswerWhoseTotalsDoNotFitPaysNothingAndIsNamedInTheReconciliation() throws Exception {
        treasury.behaves(Behaviour.WRONG_TOTALS);
        PaymentOrder order = money.orderIn(LIAOCHENG, "120.00");

        String batch = approved(order);
        partnersAnswer();

        assertThat(orders.require(order.key()).state()).isEqualTo(OrderState.SENT);
        assertThat(findings())
                .anyMatch(finding ->
                        finding.contains("RESULT_FILE_REFUSED") && finding.contains(batch) && finding.contains("不符"));
    }

    @Test
    void aPaymentThatTheTreasuryRejectsWaitsForAnotherAccount() throws Exception {
        treasury.behaves(Behaviour.REJECT);
        PaymentOrder order = money.orderIn(LIAOCHENG, "120.00");

        approved(order);
        partnersAnswer();

        assertThat(orders.require(order.key()))
                .extracting(PaymentOrder::state, PaymentOrder::reason)
                .containsExactly(OrderState.REJECTED, "账号不存在");
        assertThat(ledger.of(order.caseNumber()).inTransit()).isEqualTo(new BigDecimal("0.00"));
    }

    @Test
    void aPaymentThatThePayeesBankReturnsIsPaidOnceMoreToAnotherAccount() throws Exception {
        // given
        treasury.behaves(Behaviour.RETURN);
        PaymentOrder order = money.orderIn(LIAOCHENG, "120.00");
        transaction.executeWithoutResult(status -> cases.close(order.caseNumber(), CaseState.COMPLETED, "已退费"));

        // when
        String batch = approved(order);
        partnersAnswer();

        // then
        assertThat(orders.require(order.key()).state()).isEqualTo(OrderState.REJECTED);
        assertThat(view(batch).path("state").asText()).isEqualTo("SETTLED");

        // when
        treasury.behaves(Behaviour.ANSWER);
        transaction.executeWithoutResult(status -> orders.correctPayee(order.key(), MoneyCases.payee(), "clerklc"));
        approved(order);
        partnersAnswer();

        // then
        assertThat(ledger.of(order.caseNumber()).refunded()).isEqualTo(new BigDecimal("120.00"));
        assertThat(treasury.askedTwice()).doesNotContain(order.key());
    }

    @Test
    void moneyThatIsToComeInIsAskedOfTheTaxBureauWhoseAnswerSettlesIt() throws Exception {
        var file = money.openIn(LIAOCHENG);
        String key = file.number() + "/collection";

        transaction.executeWithoutResult(status -> collections.order(
                key,
                CollectionPurpose.RECOVERY,
                file.number(),
                LIAOCHENG,
                file.personId(),
                new BigDecimal("88.80"),
                LocalDate.of(2026, 12, 31)));
        delivery.deliverAll().join();
        taxBureau.awaitAnswered();
        exchange.moveAll();

        assertThat(collections.require(key).state()).isEqualTo(CollectionState.PAID);
        assertThat(ledger.of(file.number()).recovered()).isEqualTo(new BigDecimal("88.80"));
    }

    @Test
    void aReceiptOfADayThatIsStillToComeIsRefused() {
        var file = money.openIn(LIAOCHENG);
        String key = file.number() + "/collection";
        transaction.executeWithoutResult(status -> collections.order(
                key,
                CollectionPurpose.RECOVERY,
                file.number(),
                LIAOCHENG,
                file.personId(),
                new BigDecimal("88.80"),
                LocalDate.of(2026, 12, 31)));
        LocalDate tomorrow = LocalDate.now(BusinessTime.ZONE).plusDays(1);
        Message said = new Message(
                key + "/result",
                "collection.result",
                Party.partner("taxBureau"),
                Party.pool(LIAOCHENG),
                UUID.randomUUID(),
                "{\"order\":\"%s\",\"state\":\"PAID\",\"amount\":\"88.80\",\"at\":\"%sT10:15:00+08:00\",\"receipt\":\"SS1\"}"
                        .formatted(key, tomorrow));

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> collecting.handle(said)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("到账日不能晚于今天");
        assertThat(collections.require(key).state()).isEqualTo(CollectionState.OPEN);
    }

    private String approved(PaymentOrder order) {
        String batch = steps.drawUp("financelc", "371500", List.of(order.key())).text("number");
        PaymentSteps.require(steps.task("approvelc", batch, "approval", Map.of("decision", "APPROVE")));
        return batch;
    }

    private void partnersAnswer() throws Exception {
        delivery.deliverAll().join();
        treasury.awaitAnswered();
        exchange.moveAll();
        applying.applyAll();
    }

    private JsonNode view(String batch) {
        return api.get("financelc", "/api/payments/batches/" + batch).body();
    }

    private List<String> findings() {
        return api
                .get("financelc", "/api/payments/reconciliation?pool=371500")
                .body()
                .path("findings")
                .findParents("kind")
                .stream()
                .map(JsonNode::toString)
                .toList();
    }
}
