package org.yiban.backpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiban.backpay.AtRetirement.TODAY;
import static org.yiban.backpay.BackpaySteps.CONFIRM;
import static org.yiban.backpay.BackpaySteps.RETURN;
import static org.yiban.backpay.BackpaySteps.correction;
import static org.yiban.backpay.BackpaySteps.done;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.YibanTest;
import org.yiban.backpay.AtRetirement.Retiring;
import org.yiban.backpay.plan.PlanEnd;
import org.yiban.backpay.plan.PlanGivenUp;
import org.yiban.backpay.plan.PlanReached;
import org.yiban.calendar.WorkingCalendars;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.Written;
import org.yiban.ledger.CollectionState;
import org.yiban.ledger.Ledger;
import org.yiban.ledger.OrderState;
import org.yiban.ledger.Posting;
import org.yiban.ledger.PostingKind;
import org.yiban.ledger.Settlement.Effect;
import org.yiban.paths.PassedPaths;
import org.yiban.person.Enrolment;
import org.yiban.person.Payment;
import org.yiban.person.Payments;
import org.yiban.person.People;
import org.yiban.person.PersonalAccounts;
import org.yiban.refund.RefundSteps;
import org.yiban.region.RegionCode;
import org.yiban.sla.Clock;
import org.yiban.sla.Clocks;
import org.yiban.sla.PauseReason;
import org.yiban.support.ApiClient.Answer;

/** Every path of {@code retirementBackpay} and {@code backpayMoney}, on the real tables and database. */
@YibanTest
class BackpayPathsTest {

    private static final RegionCode CHANGCHUN = new RegionCode(AtRetirement.CHANGCHUN);
    private static final int ENOUGH = 400;
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
    Clocks clocks;

    @Autowired
    People record;

    @Autowired
    Payments payments;

    @Autowired
    PersonalAccounts accounts;

    @Autowired
    Ledger ledger;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEventPublisher events;

    @AfterAll
    static void everyFlowNodeAndSequenceFlowWasPassed() {
        assertThat(PassedPaths.of("backpay/retirement-backpay.bpmn", "retirementBackpay")
                        .notPassed())
                .isEmpty();
        assertThat(PassedPaths.of("backpay/backpay-money.bpmn", "backpayMoney").notPassed())
                .isEmpty();
    }

    @Test
    void whoHasTheYearsRetiresInsured() {
        // given
        Retiring man = people.inChangchun("EMPLOYER", ENOUGH);
        // when
        String number = steps.confirmed(man);
        // then
        JsonNode view = steps.view(number);
        LocalDate benefits = YearMonth.from(man.reached()).plusMonths(1).atDay(1);
        assertThat(view.path("state").asText()).isEqualTo("COMPLETED");
        assertThat(view.at("/tests/0/outcome").asText()).isEqualTo("MET");
        assertThat(view.path("benefitsFrom").asText()).isEqualTo(benefits.toString());
        assertThat(record.require(man.personId()).retiredOn()).isEqualTo(man.reached());
        assertThat(record.enrolments(man.personId()))
                .extracting(Enrolment::benefitFrom)
                .containsExactly(benefits);
        assertThat(view.path("notices").findValuesAsText("kind")).containsExactly("yearsToConfirm", "retired");
        assertThat(view.at("/notices/1/body").asText()).contains("吉林省", "书面提出异议");
    }

    @Test
    void whoIsNotOldEnoughYetRetiresOnTheDay() {
        // given
        String number = steps.confirmed(people.inChangchun("EMPLOYER", ENOUGH, TODAY.plusMonths(1)));
        // then
        assertThat(steps.view(number).path("state").asText()).isEqualTo("OPEN");
        assertThat(standsFor(number)).isEqualTo(PauseReason.AGE_AHEAD);

        // when
        fire(number, "catch_ageReached");
        // then
        assertThat(steps.view(number).path("state").asText()).isEqualTo("COMPLETED");
    }

    @Test
    void whoIsShortBeforeTheAgeWaitsForItAndIsCountedAnewOrGoesOnPaying() {
        // given
        LocalDate reached = TODAY.plusMonths(1);
        String number = steps.confirmed(people.inChangchun("EMPLOYER", SHORT_BY_TWENTY, reached));
        // then
        assertThat(steps.choose(number, steps.option(number, "LUMP_SUM")).violation("option"))
                .contains(Written.day(reached), "继续按月缴费");
        assertThat(steps.choose(number, steps.option(number, "JOIN_RESIDENT")).violation("option"))
                .contains("才达到退休年龄");
        assertThat(steps.view(number).at("/options/0/openFrom").asText()).isEqualTo(reached.toString());
        assertThat(steps.view(number).at("/options/0/lastValidDay").isNull()).isTrue();
        assertThat(steps.view(number).at("/notices/1/body").asText()).contains("所差的月数是今天算的");

        // when
        done(steps.post("clerk", number, "choice", Map.of("decision", "AWAIT_AGE")));
        // then
        assertThat(steps.step(number)).isNull();
        assertThat(standsFor(number)).isEqualTo(PauseReason.AGE_AHEAD);

        // when
        fire(number, "catch_ageAwaited");
        // then
        assertThat(steps.step(number)).isEqualTo(BackpayModel.REVIEW_YEARS);
        assertThat(standsFor(number)).isNull();
        assertThat(steps.view(number).path("options")).isEmpty();

        // when
        done(steps.review(number, List.of()));
        done(steps.confirm(number));
        done(steps.choose(number, steps.option(number, "CONTINUE_MONTHLY")));
        // then
        assertThat(steps.view(number).at("/plan/state").asText()).isEqualTo("RUNNING");
    }

    @Test
    void nobodyPaysAtOnceForYearsThatWereCountedBeforeTheAge() {
        // given
        Retiring man = people.inChangchun("EMPLOYER", SHORT_BY_TWENTY);
        String number = steps.confirmed(man);
        jdbc.sql("update yiban.backpay set years = jsonb_set(years, '{question,until}', to_jsonb(?::text))"
                        + " where case_number = ?")
                .params(YearMonth.from(man.reached()).minusMonths(1).toString(), number)
                .update();
        // then
        assertThat(steps.post("clerk", number, "choice", Map.of("decision", "AWAIT_AGE"))
                        .violation("decision"))
                .contains("已经达到退休年龄");
        assertThat(steps.choose(number, steps.option(number, "LUMP_SUM")).violation("option"))
                .contains("到龄以前归集");

        // when
        done(steps.post("clerk", number, "choice", Map.of("decision", "BACK_TO_YEARS", "reason", "已到年龄")));
        done(steps.review(number, List.of()));
        done(steps.confirm(number));
        // then
        done(steps.choose(number, steps.option(number, "LUMP_SUM")));
    }

    @Test
    void monthsCorrectedByHandNeedAnotherPersonAndTheApplicantMayDispute() {
        // given
        String number = steps.registered(people.inChangchun("EMPLOYER", SHORT_BY_TWENTY));
        // when
        done(steps.review(
                number, List.of(correction("actualMonths", "345"), correction("actualMonthsInProvince", "345"))));
        done(steps.post("approve", number, "years-approval", RETURN));
        done(steps.review(
                number, List.of(correction("actualMonths", "341"), correction("actualMonthsInProvince", "341"))));
        done(steps.post("approve", number, "years-approval", CONFIRM));
        done(steps.post("clerk", number, "confirmation", Map.of("decision", "DISPUTED", "note", "还有半年")));
        done(steps.review(number, List.of()));
        done(steps.post("approve", number, "years-approval", CONFIRM));
        done(steps.confirm(number));
        // then
        assertThat(steps.view(number).at("/tests/0/shortfall").asInt()).isEqualTo(19);
        assertThat(steps.view(number).path("facts").findValuesAsText("source"))
                .anyMatch(source -> source.contains("档案第3页"));
        assertThat(steps.step(number)).isEqualTo(BackpayModel.RECORD_CHOICE);

        // when
        done(steps.post("clerk", number, "choice", Map.of("decision", "WEIGH_AGAIN")));
        done(steps.post("clerk", number, "choice", Map.of("decision", "BACK_TO_YEARS", "reason", "又找到凭据")));
        done(steps.post("review", number, "years", Map.of("decision", "REFUSE", "reason", "关系已在外地办理")));
        // then
        assertThat(steps.view(number).path("state").asText()).isEqualTo("REFUSED");
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
        assertThat(refundReasons(man)).containsExactly("DEATH_AFTER_LUMP_SUM");
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
    void whatNoDocumentSaysOfTheYearsASeniorDecides() {
        // given
        String number = steps.confirmed(people.whomNoDocumentKnows());
        // when
        done(steps.seniorDecides(number, Map.of("outcome", "SHORT")));
        done(steps.seniorDecides(
                number, Map.of("outcome", "SHORT", "shortfallMonths", "12", "actualShortfallMonths", "12")));
        // then
        assertThat(steps.view(number).at("/tests/0/shortfall").asInt()).isEqualTo(12);
        assertThat(steps.view(number).path("options")).isNotEmpty();

        // when
        done(steps.onCase("clerk", number, "withdrawal", Map.of("reason", "先不办")));
        // then
        assertThat(steps.view(number).path("state").asText()).isEqualTo("WITHDRAWN");
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
        String refund = refundCases(man).get(0);
        assertThat(unassigned(number)).isEqualByComparingTo("100.00");
        done(refunds.confirmFacts(refund));
        done(refunds.seniorDecides(refund, Map.of("outcome", "ELIGIBLE", "refundScope", "FULL_PAYMENT")));
        done(refunds.assess(refund));
        done(refunds.approve(refund));
        refunds.treasury(refund, OrderState.PAID);
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
        fire(number, "catch_backpayTermOver");
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

        // when the plan is reached, or given up
        transaction.executeWithoutResult(
                status -> events.publishEvent(new PlanReached(new CaseNumber(number), CHANGCHUN)));
        // then
        assertThat(steps.step(number)).isEqualTo(BackpayModel.REVIEW_YEARS);
        done(steps.onCase("clerk", number, "withdrawal", Map.of("reason", "另有打算")));
        assertThat(steps.view(number).path("state").asText()).isEqualTo("WITHDRAWN");
        transaction.executeWithoutResult(status ->
                events.publishEvent(new PlanGivenUp(new CaseNumber(number), CHANGCHUN, PlanEnd.PAY_REST, null)));
        assertThat(steps.step(number)).isEqualTo(BackpayModel.REVIEW_YEARS);
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

    @Test
    void anObjectionIsUpheldOrOpensTheDecisionWithAnotherPerson() {
        // given
        String number = steps.confirmed(people.inChangchun("EMPLOYER", SHORT_BY_TWENTY));
        done(steps.choose(number, steps.option(number, "JOIN_RESIDENT")));
        // then
        assertThat(steps.view(number).path("outcome").asText()).contains("居民医保");
        assertThat(steps.view(number).path("notices").findValuesAsText("kind")).contains("residentScheme");

        // when
        done(object(number));
        done(steps.post("super", number, "objection", Map.of("decision", "UPHOLD", "reason", "本人书面选择")));
        // then
        assertThat(steps.view(number).path("outcome").asText()).contains("维持原决定");

        // when
        done(object(number));
        done(steps.decideObjection(number, "DECIDE_AGAIN"));
        // then
        assertThat(steps.step(number)).isEqualTo(BackpayModel.REVIEW_YEARS);
    }

    @Test
    void whoDiesMeanwhileEndsTheCaseAndWhatWasPaidIsLookedAt() {
        // given
        Retiring man = people.inChangchun("EMPLOYER", SHORT_BY_TWENTY);
        String number = steps.ordered(man);
        steps.taxBureau(number, 1, CollectionState.PARTLY, "500.00", "SS-1", TODAY);
        // when
        fireDeadlines(number);
        done(steps.onCase("review", number, "death", Map.of("diedOn", TODAY.toString(), "source", "家属告知")));
        // then
        assertThat(steps.view(number).path("outcome").asText()).contains("死亡");
        assertThat(payments.of(man.personId(), CHANGCHUN))
                .extracting(Payment::lumpSum)
                .containsExactly(true);
        assertThat(steps.step(number + "/death")).isEqualTo(BackpayModel.SETTLE_REFUND_QUESTION);
    }

    private Answer object(String number) {
        return steps.onCase("clerk", number, "objection", Map.of("filedOn", TODAY.toString(), "grounds", "没有说清后果"));
    }

    private static Map<String, Object> refundTo(String payee) {
        return Map.of(
                "decision",
                "REFUND",
                "payeeIs",
                payee,
                "payee",
                Map.of("name", "虚构·收款", "accountNumber", "6228480012345678903", "bankCode", "102241000121"));
    }

    /** What came in for a case, closes nothing and is open, yuan. */
    private BigDecimal unassigned(String number) {
        return ledger.of(new CaseNumber(number)).unassigned();
    }

    private List<String> refundCases(Retiring man) {
        return jdbc.sql("select case_number from yiban.refund where person_id = ? order by case_number")
                .param(man.personId())
                .query(String.class)
                .list();
    }

    /** Why what was paid for somebody is claimed back, by case. */
    private List<String> refundReasons(Retiring man) {
        return jdbc.sql("select reason from yiban.refund where person_id = ? order by case_number")
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

    /** Why the clock of a case stands; {@code null} if it runs. */
    private PauseReason standsFor(String number) {
        return clocks.require(new CaseNumber(number))
                .clock()
                .pause()
                .map(Clock.Pause::reason)
                .orElse(null);
    }

    private void fire(String number, String activity) {
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(instance(number))
                .activityId(activity)
                .singleResult()
                .getId());
    }

    private void fireDeadlines(String number) {
        management.createJobQuery().processInstanceId(instance(number)).timers().list().stream()
                .filter(timer -> timer.getJobDefinitionId() != null)
                .forEach(timer -> management.executeJob(timer.getId()));
    }

    private String instance(String number) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .singleResult()
                .getId();
    }
}
