package org.yiban.backpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiban.backpay.AtRetirement.TODAY;
import static org.yiban.backpay.BackpaySteps.CONFIRM;
import static org.yiban.backpay.BackpaySteps.RETURN;
import static org.yiban.backpay.BackpaySteps.correction;
import static org.yiban.backpay.BackpaySteps.done;
import static org.yiban.backpay.BackpaySteps.refundTo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiban.YibanTest;
import org.yiban.backpay.AtRetirement.Retiring;
import org.yiban.calendar.WorkingCalendars;
import org.yiban.kernel.CaseNumber;
import org.yiban.ledger.CollectionState;
import org.yiban.ledger.Ledger;
import org.yiban.ledger.OrderState;
import org.yiban.ledger.Posting;
import org.yiban.ledger.PostingKind;
import org.yiban.ledger.Settlement.Effect;
import org.yiban.paths.PassedPaths;
import org.yiban.person.Payment;
import org.yiban.person.Payments;
import org.yiban.person.People;
import org.yiban.person.PersonalAccounts;
import org.yiban.refund.RefundSteps;
import org.yiban.region.RegionCode;

/** Every path of the price and the money in {@code retirementBackpay}, and of {@code backpayMoney}, likewise. */
@YibanTest
class BackpayMoneyPathsTest {

    /** The steps from the choice of a lump sum to its payment and what the account is credited. */
    static final String[] PRICE_AND_MONEY = {
        "gateway_priceReferred",
        "callActivity_namePrice",
        "serviceTask_adoptPrice",
        "gateway_priceNamed",
        "userTask_approveQuote",
        "gateway_quoteApproved",
        "serviceTask_orderBackpay",
        "gateway_paymentAwaited",
        "catch_backpaySettled",
        "catch_backpayTermOver",
        "serviceTask_expireBackpay",
        "serviceTask_assessBackpay",
        "gateway_paid",
        "userTask_decideBackpayRest",
        "gateway_restToPay",
        "serviceTask_assessCredit",
        "gateway_creditKnown",
        "userTask_stateAccountCredit",
        "userTask_approveAccountCredit",
        "gateway_creditApproved"
    };

    private static final RegionCode CHANGCHUN = new RegionCode(AtRetirement.CHANGCHUN);
    private static final int SHORT_BY_TWENTY = 340;

    @Autowired
    BackpaySteps steps;

    @Autowired
    RefundSteps refunds;

    @Autowired
    AtRetirement people;

    @Autowired
    BackpaySettings settings;

    @Autowired
    WorkingCalendars calendars;

    @Autowired
    People record;

    @Autowired
    Payments payments;

    @Autowired
    PersonalAccounts accounts;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient jdbc;

    @AfterAll
    static void everyFlowNodeAndSequenceFlowWasPassed() {
        assertThat(PassedPaths.of("backpay/retirement-backpay.bpmn", "retirementBackpay")
                        .only(PRICE_AND_MONEY)
                        .notPassed())
                .isEmpty();
        assertThat(PassedPaths.of("backpay/backpay-money.bpmn", "backpayMoney").notPassed())
                .isEmpty();
    }

    @Test
    void aLumpSumPaidInTimeIsOnRecordTheAccountCreditedAndTheManRetired() {
        // given
        Retiring man = people.inChangchun("EMPLOYER", SHORT_BY_TWENTY);
        String number = steps.confirmed(man);
        done(steps.choose(number, steps.option(number, "LUMP_SUM")));
        done(steps.post("approve", number, "approval", RETURN));
        done(steps.choose(number, steps.option(number, "LUMP_SUM")));
        assertThat(steps.view(number).at("/choice/amount").decimalValue()).isEqualByComparingTo("9000.00");
        assertThat(steps.view(number).at("/choice/source").asText()).startsWith("按文件计算：吉医保联〔2022〕19号");
        done(steps.post("approve", number, "approval", CONFIRM));
        // when
        assertThat(steps.taxBureau(number, 1, CollectionState.PAID, "9000.00", "SS-1", TODAY))
                .isEqualTo(Effect.SETTLED);
        assertThat(steps.taxBureau(number, 1, CollectionState.PAID, "9000.00", "SS-1", TODAY))
                .isEqualTo(Effect.REPEATED);
        // then
        JsonNode view = steps.view(number);
        assertThat(view.path("state").asText()).isEqualTo("COMPLETED");
        assertThat(payments.of(man.personId(), CHANGCHUN)).singleElement().satisfies(paid -> {
            assertThat(paid.lumpSum()).isTrue();
            assertThat(paid.personalAmount()).isEqualByComparingTo("9000.00");
            assertThat(paid.accountCredited()).isEqualByComparingTo("2000.00");
        });
        assertThat(accounts.balance(man.personId(), CHANGCHUN)).isEqualByComparingTo("2100.00");
        assertThat(record.require(man.personId()).retiredInsured()).isTrue();
        assertThat(steps.view(number).at("/credit/source").asText()).startsWith("基数 5000.00 元 × 计入比例 2% × 20 个月");
        assertThat(ledger.of(new CaseNumber(number)).receivable()).isEqualByComparingTo("0.00");
        assertThat(ledger.of(new CaseNumber(number)).recovered()).isEqualByComparingTo("0.00");
        assertThat(ledger.balances(CHANGCHUN).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("0");

        // when more comes
        steps.taxBureau(number, 1, CollectionState.PAID, "9000.00", "SS-2", TODAY);
        // then
        assertThat(steps.step(number + "/money")).isEqualTo(BackpayModel.RETURN_MONEY);
        done(steps.beside("finance", number, "money", "money", Map.of("decision", "SETTLED", "note", "税务直接退付，凭证 1 号")));
        assertThat(steps.view(number).at("/receipts/1/why").asText()).isEqualTo("重复缴款");
        assertThat(ledger.postings(new CaseNumber(number)))
                .extracting(Posting::kind)
                .endsWith(PostingKind.RECEIPT_HELD, PostingKind.RECEIPT_RETURNED);

        // when he dies before his benefits begin
        people.dies(man, TODAY);
        // then
        assertThat(steps.step(number + "/death")).isEqualTo(BackpayModel.SETTLE_REFUND_QUESTION);
        done(steps.beside("clerk", number, "death", "refund-question", refundTo("HEIR")));
        assertThat(refunds(man, "reason")).containsExactly("DEATH_AFTER_LUMP_SUM");
    }

    @Test
    void theManOfLiaochengSeesBothWaysOfCountingAndASeniorNamesThePrice() {
        // given
        String number = steps.confirmed(people.inLiaocheng());
        // then
        JsonNode view = steps.view(number);
        assertThat(view.path("tests").findValuesAsText("shortfall")).containsExactly("1", "61");
        assertThat(view.path("tests").findValuesAsText("says")).allMatch(says -> says.contains("聊医保发〔2022〕18号"));
        assertThat(view.at("/options/0/amount").isNull()).isTrue();
        assertThat(view.at("/options/0/priceNamedBy").asText()).contains("聊城市医保经办机构的主管人员定价");
        assertThat(letter(number, "optionsTold")).contains("依据聊医保发〔2022〕18号").doesNotContain("LC2022");

        // when
        done(steps.choose(number, steps.option(number, "LUMP_SUM")));
        done(steps.seniorQuotes(number, Map.of()));
        // then no price was named
        assertThat(steps.step(number)).isEqualTo(BackpayModel.RECORD_CHOICE);

        // when
        done(steps.choose(number, steps.option(number, "LUMP_SUM")));
        done(steps.seniorQuotes(number, Map.of("amount", "500.00")));
        done(steps.post("approve", number, "approval", CONFIRM));
        steps.taxBureau(number, 1, CollectionState.PARTLY, "200.00", "LC-1", TODAY);
        done(steps.post("review", number, "rest", Map.of("decision", "COLLECT", "reason", "明日缴")));
        steps.taxBureau(number, 2, CollectionState.PAID, "300.00", "LC-2", TODAY);
        // then nobody knows how much is credited
        done(steps.post("review", number, "credit", Map.of("amount", "80.00", "source", "本市在职计入办法")));
        done(steps.post("approve", number, "credit-approval", RETURN));
        done(steps.post("review", number, "credit", Map.of("amount", "90.00", "source", "本市在职计入办法")));
        done(steps.post("approve", number, "credit-approval", CONFIRM));
        assertThat(steps.view(number).path("state").asText()).isEqualTo("COMPLETED");
        assertThat(steps.view(number).at("/choice/bySenior").asBoolean()).isTrue();
        assertThat(letter(number, "retired")).contains("还差 1 个月", "年限已补足").doesNotContain("61 个月", "LC2022");
        assertThat(steps.view(number).at("/credit/credited").asBoolean()).isTrue();
    }

    @Test
    void moneyThatComesLateCountsTowardsTheNewPrice() {
        // given
        Retiring man = people.inChangchun("FLEXIBLE", SHORT_BY_TWENTY);
        String number = steps.ordered(man);
        String lastDay = steps.view(number).at("/choice/lastDay").asText();
        String amount = steps.view(number).at("/choice/amount").asText();
        // when
        steps.taxBureau(
                number,
                1,
                CollectionState.PAID,
                amount,
                "SS-1",
                LocalDate.parse(lastDay).plusDays(1));
        done(steps.choose(number, steps.option(number, "LUMP_SUM")));
        done(steps.post("approve", number, "approval", CONFIRM));
        // then
        assertThat(steps.view(number).path("orders")).hasSize(1);
        assertThat(steps.view(number).path("state").asText()).isEqualTo("COMPLETED");
        assertThat(payments.of(man.personId(), CHANGCHUN))
                .extracting(Payment::lumpSum)
                .containsExactly(true);
    }

    @Test
    void whatIsPaidBeyondTheOrderIsHeldUntilARefundHasGivenItBack() {
        // given
        Retiring man = people.inChangchun("EMPLOYER", SHORT_BY_TWENTY);
        String number = steps.ordered(man);
        // when
        steps.taxBureau(number, 1, CollectionState.PAID, "9100.00", "SS-1", TODAY);
        steps.taxBureau(number, 1, CollectionState.PAID, "9100.00", "SS-1", TODAY);
        // then
        assertThat(steps.view(number).path("state").asText()).isEqualTo("COMPLETED");
        assertThat(steps.view(number).at("/receipts/1/why").asText()).isEqualTo("多缴");
        assertThat(payments.of(man.personId(), CHANGCHUN))
                .filteredOn(Payment::lumpSum)
                .extracting(Payment::personalAmount)
                .containsExactly(new BigDecimal("9000.00"));
        assertThat(unassigned(number)).isEqualByComparingTo("100.00");

        // when
        done(steps.beside("finance", number, "money", "money", refundTo("SELF")));
        String refund = refunds(man, "case_number").get(0);
        assertThat(unassigned(number)).isEqualByComparingTo("100.00");
        done(refunds.confirmFacts(refund));
        done(refunds.seniorDecides(refund, Map.of("outcome", "ELIGIBLE", "refundScope", "FULL_PAYMENT")));
        done(refunds.assess(refund));
        done(refunds.approve(refund));
        refunds.treasury(refund, OrderState.PAID);
        assertThat(jdbc.sql("select body from yiban.case_notice where case_number = ?")
                        .param(refund)
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(body -> body.matches("(?s).*(\\d{4}-\\d\\d) 至 \\1，.*"));
        // then
        assertThat(unassigned(number)).isEqualByComparingTo("0.00");
        assertThat(ledger.postings(new CaseNumber(number)))
                .extracting(Posting::kind)
                .endsWith(PostingKind.RECEIPT_HELD, PostingKind.RECEIPT_REFUNDED);
    }

    @Test
    void whatCameForAHigherPriceThanIsAskedInTheEndGoesBackAsSurplus() {
        // given money that came after the price had ended
        Retiring man = people.inChangchun("EMPLOYER", SHORT_BY_TWENTY);
        String number = steps.ordered(man);
        LocalDate lastDay =
                LocalDate.parse(steps.view(number).at("/choice/lastDay").asText());
        steps.taxBureau(number, 1, CollectionState.PAID, "9000.00", "SS-1", lastDay.plusDays(1));
        // when one month less is missing
        done(steps.post("clerk", number, "choice", Map.of("decision", "BACK_TO_YEARS", "reason", "又找到凭据")));
        done(steps.review(
                number, List.of(correction("actualMonths", "341"), correction("actualMonthsInProvince", "341"))));
        done(steps.post("approve", number, "years-approval", CONFIRM));
        done(steps.confirm(number));
        done(steps.choose(number, steps.option(number, "LUMP_SUM")));
        done(steps.post("approve", number, "approval", CONFIRM));
        // then
        assertThat(steps.view(number).path("state").asText()).isEqualTo("COMPLETED");
        assertThat(steps.view(number).at("/receipts/0/why").asText()).isEqualTo("多缴");
        assertThat(steps.view(number).at("/receipts/0/goingBack").decimalValue())
                .isEqualByComparingTo("450.00");
        assertThat(unassigned(number)).isEqualByComparingTo("450.00");
        done(steps.beside("finance", number, "money", "money", Map.of("decision", "SETTLED", "note", "税务直接退付，凭证 2 号")));
        assertThat(ledger.postings(new CaseNumber(number)))
                .extracting(Posting::kind)
                .containsSubsequence(PostingKind.RECEIPT_RELEASED, PostingKind.RECEIPT_RETURNED);
    }

    @Test
    void moneyThatNeverComesExpiresAndAPartGoesBackIfAnotherWayIsChosen() {
        // given
        String number = steps.ordered(people.inChangchun("EMPLOYER", SHORT_BY_TWENTY));
        // when
        steps.fire(number, "catch_backpayTermOver");
        done(steps.choose(number, steps.option(number, "LUMP_SUM")));
        done(steps.post("approve", number, "approval", CONFIRM));
        steps.taxBureau(number, 2, CollectionState.PARTLY, "100.00", "SS-1", TODAY);
        done(steps.post("review", number, "rest", Map.of("decision", "WEIGH_AGAIN", "reason", "付不起")));
        done(steps.choose(number, steps.option(number, "CONTINUE_MONTHLY")));
        // then
        assertThat(steps.view(number).path("outcome").asText()).contains("按月缴费");
        assertThat(steps.view(number).at("/receipts/0/goingBack").decimalValue())
                .isEqualByComparingTo("100.00");
        done(steps.beside("finance", number, "money", "money", refundTo("SELF")));
        assertThat(steps.view(number).at("/receipts/0/settled").asText()).startsWith("退费案件 TF220100");
        assertThat(steps.view(number).at("/plan/state").asText()).isEqualTo("RUNNING");
    }

    @Test
    void whereInstalmentsAreAllowedEachIsOrderedAndPaidAndNoMoreThanTheTableSays() {
        try (TwoInstalments allowed = new TwoInstalments(settings, calendars)) {
            // given
            Retiring man = people.inChangchun("EMPLOYER", SHORT_BY_TWENTY);
            String number = steps.confirmed(man);
            // when
            assertThat(steps.choose(number, steps.option(number, "LUMP_SUM"), 3).violation("instalments"))
                    .contains("1 到 2 期");
            done(steps.choose(number, steps.option(number, "LUMP_SUM"), 2));
            done(steps.post("approve", number, "approval", CONFIRM));
            steps.taxBureau(number, 1, CollectionState.PAID, "4500.00", "SS-1", TODAY);
            // then
            assertThat(steps.view(number).path("state").asText()).isEqualTo("OPEN");

            // when
            steps.taxBureau(number, 2, CollectionState.PAID, "4500.00", "SS-2", TODAY);
            // then
            assertThat(payments.of(man.personId(), CHANGCHUN)).hasSize(2);
            assertThat(steps.view(number).path("state").asText()).isEqualTo("COMPLETED");
        }
    }

    /** What came in for a case, closes nothing and is open, yuan. */
    private BigDecimal unassigned(String number) {
        return ledger.of(new CaseNumber(number)).unassigned();
    }

    /** What the refunds say of which somebody gets money back, by case. */
    private List<String> refunds(Retiring man, String column) {
        return jdbc.sql("select " + column + " from yiban.refund where person_id = ? order by case_number")
                .param(man.personId())
                .query(String.class)
                .list();
    }

    /** What the newest letter of a kind says. */
    private String letter(String number, String kind) {
        String body = null;
        for (JsonNode notice : steps.view(number).path("notices")) {
            body = notice.path("kind").asText().equals(kind)
                    ? notice.path("body").asText()
                    : body;
        }
        return body;
    }
}
