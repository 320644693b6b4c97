package org.yiban.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiban.refund.RefundSteps.application;
import static org.yiban.refund.RefundSteps.correction;
import static org.yiban.refund.RefundSteps.done;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiban.YibanTest;
import org.yiban.ledger.OrderState;
import org.yiban.refund.RefundApplicants.Payer;
import org.yiban.support.ApiClient.Answer;

/** What is refused, and that nothing is written then. */
@YibanTest
class RefundInputTest {

    @Autowired
    RefundSteps steps;

    @Autowired
    RefundApplicants applicants;

    @Autowired
    JdbcClient jdbc;

    private Payer payer;
    private Map<String, Object> application;

    @BeforeEach
    void anApplicationThatIsInOrder() {
        payer = applicants.residentWhoPaidTwice();
        application = application(payer, "DUPLICATE_PAYMENT", "2023-12-20");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "claimedAmount, 380.01, 不能超过个人实缴的 380.00 元",
                "claimedAmount, 0, 大于",
                "claimedFrom, 2023-12, 不在这笔缴费的费款所属期",
                "claimedTo, 2025-01, 不在这笔缴费的费款所属期",
                "requestedOn, 2099-01-01, 不能晚于今天",
                "requestedOn, -, 必填",
                "eventOn, 2023-12-21, 不能晚于申请日期",
                "reason, MOVED, DUPLICATE_PAYMENT",
                "pool, 370100, 不在本平台经办范围",
                "payeeIs, FRIEND, SELF",
                "paymentReference, 无此凭证, 没有这个缴费凭证号",
                "contactPhone, 12345, 11 位手机号",
                "identityNumber, 389900198503120013, 校验"
            })
    void aWrongFieldIsRefusedByNameWithWhatIsAllowed(String field, String value, String says) {
        application.put("claimedFrom", "2024-02");
        application.put("claimedTo", "2024-03");
        application.put(field, field.equals("claimedAmount") ? new BigDecimal(value) : value);
        long before = cases();

        Answer answer = steps.register(application);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violation(field)).contains(says);
        assertThat(cases()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "accountNumber, 6222020000000000019, Luhn",
        "accountNumber, 1234, 16 至 19 位",
        "bankCode, 102241000122, 校验",
        "name, '', 必填"
    })
    void aWrongAccountIsRefusedWithoutShowingIt(String field, String value, String says) {
        Map<String, String> payee = new LinkedHashMap<>(
                Map.of("name", payer.name(), "accountNumber", RefundSteps.CARD, "bankCode", RefundSteps.BANK));
        payee.put(field, value);
        application.put("payee", payee);

        Answer answer = steps.register(application);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violation("payee." + field)).contains(says);
        assertThat(answer.body().toString()).doesNotContain("6222020000000000019");
    }

    @Test
    void thePaymentOfSomebodyElseIsRefused() {
        application.put("paymentReference", applicants.resident().reference());

        Answer answer = steps.register(application);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violation("paymentReference")).contains("参保人在本统筹区没有这一凭证号的缴费");
    }

    @Test
    void aDeathAfterTheRequestIsRefused() {
        Payer dead = applicants.employeeWhoDied("2022-11-05", "2022-11", "2022-12", "60.00", "10.00");

        Answer answer = steps.register(application(dead, "DEATH_NOT_DEREGISTERED", "2022-11-04"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violation("requestedOn")).isNotNull();
    }

    @Test
    void nobodyPaysTheDead() {
        Payer dead = applicants.employeeWhoDied("2022-11-05", "2022-11", "2022-12", "60.00", "10.00");
        Map<String, Object> toTheDead = application(dead, "DEATH_NOT_DEREGISTERED", "2023-01-10");
        toTheDead.put("payeeIs", "SELF");

        Answer answer = steps.register(toTheDead);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violation("payeeIs")).contains("2022年11月5日死亡", "HEIR（继承人）");
        toTheDead.put("payeeIs", "EMPLOYER");
        done(steps.register(toTheDead), 201);
    }

    @Test
    void theSameMonthsAreNotAskedForTwiceWhileTheFirstRequestIsOpen() {
        String first = done(steps.register(application), 201).text("caseNumber");

        Answer again = steps.register(application);

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("detail")).contains(first);
    }

    @Test
    void monthsThatWereGivenBackAreNotAskedForAgain() {
        String number = steps.approved(payer, "DUPLICATE_PAYMENT", "2023-12-20");
        steps.treasury(number, OrderState.PAID);

        Answer again = steps.register(application);

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("detail")).contains("2024-01", "2024-12");
    }

    @Test
    void ofTwoPaymentsForTheSameMonthsOnlyOneComesBackAsTheDuplicate() {
        // given
        Map<String, Object> ofTheOther = new HashMap<>(application);
        ofTheOther.put("paymentReference", otherPayment());
        String other = done(steps.register(ofTheOther), 201).text("caseNumber");
        String number = steps.registered(payer, "DUPLICATE_PAYMENT", "2023-12-20");
        done(steps.confirmFacts(number), 200);

        // when
        Answer confirmed = steps.confirmFacts(other);
        Answer asked = steps.register(ofTheOther);

        // then
        assertThat(confirmed.status()).isEqualTo(409);
        assertThat(confirmed.text("detail")).contains("不再是重复缴费").contains("2024-01");
        assertThat(asked.status()).isEqualTo(409);
        steps.withdraw(number);
        assertThat(steps.confirmFacts(other).status()).isEqualTo(200);
    }

    private String otherPayment() {
        return jdbc.sql("select other.reference from yiban.payment given"
                        + " join yiban.payment other on other.person_id = given.person_id and other.id <> given.id"
                        + " where given.reference = ?")
                .param(payer.reference())
                .query(String.class)
                .single();
    }

    @Test
    void theSameApplicationSentAgainWithItsKeyIsTheSameCase() {
        String key = UUID.randomUUID().toString();

        Answer first = steps.register("clerkcc", application, key);
        Answer second = steps.register("clerkcc", application, key);
        application.put("contactPhone", "13800000000");
        Answer other = steps.register("clerkcc", application, key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text("caseNumber")).isEqualTo(first.text("caseNumber"));
        assertThat(other.status()).isEqualTo(409);
    }

    @Test
    void onlyARegistrarOfThePoolRegistersAndOnlyItsStaffSeeTheCase() {
        String number = done(steps.register(application), 201).text("caseNumber");

        assertThat(steps.register("reviewcc", application, UUID.randomUUID().toString())
                        .status())
                .isEqualTo(403);
        assertThat(steps.register("clerktl", application, UUID.randomUUID().toString())
                        .status())
                .isEqualTo(403);
        assertThat(steps.get("clerktl", number).status()).isEqualTo(404);
        assertThat(steps.post("reviewtl", number, "facts", Map.of("decision", "CONFIRM"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoAssessedOrRegisteredDoesNotApprove() {
        String number = done(steps.register(application), 201).text("caseNumber");
        done(steps.confirmFacts(number), 200);
        done(steps.assess(number), 200);
        jdbc.sql("insert into yiban.case_event (case_number, step, part, text, by_user, at)"
                        + " values (?, 'x', 'ASSESS', '-', 'approvecc', now())")
                .param(number)
                .update();

        assertThat(steps.approve(number).status()).isEqualTo(403);
        assertThat(steps.post("clerkcc", number, "approval", Map.of("decision", "CONFIRM"))
                        .status())
                .isIn(403, 404);
    }

    @Test
    void factsAreConfirmedOnlyWithTheRequiredEvidence() {
        String number = done(steps.register(application), 201).text("caseNumber");

        Answer answer =
                steps.post("reviewcc", number, "facts", Map.of("decision", "CONFIRM", "evidence", List.of("PASSPORT")));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violation("evidence")).contains("没有这种材料");
        assertThat(steps.taskOf(number).getTaskDefinitionKey()).isEqualTo(RefundModel.CHECK_FACTS);
    }

    @Test
    void aFactIsCorrectedOnlyWithAReasonAndToAValueThatItCanHave() {
        String number = done(steps.register(application), 201).text("caseNumber");

        Answer noReason = steps.confirmFacts(number, Map.of("name", "phase", "value", "WAITING", "reason", ""));
        Answer noValue = steps.confirmFacts(number, correction("phase", "SOON"));
        Answer noFact = steps.confirmFacts(number, correction("colour", "RED"));

        assertThat(noReason.violation("reason.phase")).isNotNull();
        assertThat(noValue.violation("facts.phase")).isNotNull();
        assertThat(noFact.violation("facts.colour")).isNotNull();
    }

    @Test
    void anAccountNumberIsShownMaskedAndStoredSealed() {
        String number = done(steps.register(application), 201).text("caseNumber");

        assertThat(steps.view(number).toString()).contains("6222****0018").doesNotContain(RefundSteps.CARD);
        String stored = jdbc.sql("select r::text from yiban.refund r where case_number = ?")
                .param(number)
                .query(String.class)
                .single();
        assertThat(stored).doesNotContain(RefundSteps.CARD);
    }

    private long cases() {
        return jdbc.sql("select count(*) from yiban.case_file where kind = 'REFUND'")
                .query(Long.class)
                .single();
    }
}
