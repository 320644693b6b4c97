package org.yiban.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiban.YibanTest;
import org.yiban.ledger.MoneyCases;
import org.yiban.ledger.PaymentOrder;
import org.yiban.ledger.PaymentOrders;
import org.yiban.region.RegionCode;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;

/** Who sees what of payments: files and account numbers in full, and what lies beyond the walls between pools. */
@YibanTest
class PaymentWallsTest {

    private static final RegionCode JINING = new RegionCode(PaymentSteps.JINING);

    @Autowired
    PaymentSteps steps;

    @Autowired
    MoneyCases money;

    @Autowired
    PaymentOrders orders;

    @Autowired
    ApiClient api;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aFileIsTheSameBytesWheneverItIsDownloadedAndEveryDownloadIsRecorded() throws Exception {
        PaymentOrder order = order("120.00");
        String batch = steps.left(order);

        var first = api.download("financejn", "/api/payments/batches/" + batch + "/files/PAIN001");
        var second = api.download("financejn", "/api/payments/batches/" + batch + "/files/PAIN001");

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(first.headers().firstValue("X-Content-SHA256"))
                .contains(PaymentFiles.sha256(first.body()))
                .contains(steps.view(batch).at("/files/0/sha256").asText());
        assertThat(jdbc.sql("select count(*) from yiban.audit_event where action = 'PAYMENT_FILE_DOWNLOADED'"
                                + " and actor = 'financejn' and reason like ?")
                        .param("%" + batch + "%")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(jdbc.sql("select encode(content, 'escape') from yiban.payment_file where batch = ?")
                        .param(batch)
                        .query(String.class)
                        .list())
                .noneMatch(content -> content.contains(order.key()));
    }

    @Test
    void onlyFinanceOfThePoolGetsTheFileAndNobodyElseKnowsTheBatch() {
        PaymentOrder order = order("120.00");
        String batch = steps.left(order);
        String file = "/api/payments/batches/" + batch + "/files/CSV";

        assertThat(api.get("approvejn", file).status()).isEqualTo(403);
        assertThat(api.get("financelc", file).status()).isEqualTo(404);
        assertThat(api.get("financelc", "/api/payments/batches/" + batch).status())
                .isEqualTo(404);
        assertThat(api.get("financelc", "/api/payments/orders?pool=370800").status())
                .isEqualTo(403);
        assertThat(api.get("financelc", "/api/payments/reconciliation?pool=370800")
                        .status())
                .isEqualTo(403);
        assertThat(steps.upload("financelc", batch, new byte[] {1}).status()).isEqualTo(404);
        assertThat(steps.drawUp("clerkjn", PaymentSteps.JINING, List.of(order.key()))
                        .status())
                .isEqualTo(403);
        assertThat(steps.drawUp("financelc", "371500", List.of(order.key())).status())
                .isEqualTo(409);
    }

    @Test
    void accountNumbersAreMaskedInEveryAnswer() {
        PaymentOrder order = order("120.00");
        String number = orders.account(order.key()).number();
        String batch = steps.left(order);

        assertThat(steps.view(batch).toString()).doesNotContain(number).contains("6222****0000");
        assertThat(api.get("financejn", "/api/payments/orders?pool=370800&state=SENT&limit=500")
                        .body()
                        .toString())
                .contains(order.key())
                .doesNotContain(number);
    }

    @Test
    void anAccountNumberIsShownInFullForAReasonThatIsRecorded() {
        PaymentOrder order = order("120.00");
        Map<String, String> asked = Map.of("order", order.key(), "reason", "收款人来电核对");

        Answer withoutReason = api.post("financejn", "/api/payments/orders/account", Map.of("order", order.key()));
        Answer shown = api.post("financejn", "/api/payments/orders/account", asked);

        assertThat(withoutReason.violation("reason")).isEqualTo("必填");
        assertThat(shown.text("accountNumber"))
                .isEqualTo(orders.account(order.key()).number());
        assertThat(api.post("approvejn", "/api/payments/orders/account", asked).status())
                .isEqualTo(403);
        assertThat(api.post("financelc", "/api/payments/orders/account", asked).status())
                .isEqualTo(404);
        assertThat(jdbc.sql("select reason from yiban.audit_event where action = 'ACCOUNT_NUMBER_REVEALED'"
                                + " and case_number = ?")
                        .param(order.caseNumber().value())
                        .query(String.class)
                        .single())
                .contains("收款人来电核对");
    }

    @Test
    void theMoneyOfACaseAndOfAPaymentIsSeenInItsPoolAlone() {
        PaymentOrder order = order("120.00");
        String reference = jdbc.sql("select p.reference from yiban.payment p join yiban.month_claim c"
                        + " on c.payment_id = p.id where c.order_id = ? limit 1")
                .param(order.id())
                .query(String.class)
                .single();
        String ofCase = "/api/payments/ledger/cases/" + order.caseNumber();
        String ofPayment = "/api/payments/ledger/payments/" + reference;

        Answer money = api.get("reviewjn", ofCase);
        Answer payment = api.get("reviewjn", ofPayment);

        assertThat(money.body().at("/standing/waiting").decimalValue()).isEqualByComparingTo("120.00");
        assertThat(money.at("/entries/0/debit")).isEqualTo("退费支出");
        assertThat(payment.body().path("paid").decimalValue()).isEqualByComparingTo("12000.00");
        assertThat(payment.body().path("claimedMonths")).hasSize(3);
        assertThat(api.get("reviewlc", ofCase).status()).isEqualTo(404);
        assertThat(api.get("reviewlc", ofPayment).status()).isEqualTo(404);
    }

    private PaymentOrder order(String amount) {
        return money.orderIn(JINING, amount);
    }
}
