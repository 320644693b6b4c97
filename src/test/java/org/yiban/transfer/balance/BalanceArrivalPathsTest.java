package org.yiban.transfer.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.YibanTest;
import org.yiban.casework.Cases;
import org.yiban.exchange.MessageHandler.Handling;
import org.yiban.kernel.ProblemException;
import org.yiban.ledger.Ledger;
import org.yiban.ledger.Posting;
import org.yiban.ledger.PostingKind;
import org.yiban.paths.PassedPaths;
import org.yiban.person.PersonalAccounts;
import org.yiban.region.RegionCode;
import org.yiban.support.ApiClient.Answer;
import org.yiban.transfer.Side;
import org.yiban.transfer.balance.BalanceSteps.Completed;

/** Every path of {@code balanceArrival}, on the real database. */
@YibanTest
class BalanceArrivalPathsTest {

    private static final String JINING = "370800";
    private static final String LIAOCHENG = "371500";

    @Autowired
    BalanceSteps steps;

    @Autowired
    PersonalAccounts accounts;

    @Autowired
    Ledger ledger;

    @Autowired
    Cases cases;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @AfterAll
    static void everyFlowNodeAndSequenceFlowWasPassed() {
        assertThat(PassedPaths.of("transfer/balance-arrival.bpmn", "balanceArrival")
                        .notPassed())
                .isEmpty();
    }

    @Test
    void whatArrivesAsStatedIsCreditedAndTold() {
        // given
        Completed in = steps.in(JINING, LIAOCHENG, "1234.56");
        // when
        assertThat(steps.arrives(in, "1234.56", "HD-1").status()).isEqualTo(200);
        // then
        assertThat(steps.view("financelc", in).text("outcome")).isEqualTo("CREDITED");
        assertThat(accounts.balance(in.personId(), in.pool())).isEqualByComparingTo("1234.56");
        assertThat(cases.notices(in.number())).anyMatch(notice -> notice.body().contains("1234.56"));
        assertThat(ledger.postings(in.number()).stream().map(Posting::kind))
                .containsExactly(PostingKind.BALANCE_ARRIVED, PostingKind.BALANCE_CREDITED);
        assertThat(sumOfBalances(in.pool())).isEqualByComparingTo("0.00");
    }

    @Test
    void whatTheTreasurySaysTwiceIsCreditedOnce() {
        Completed in = steps.in(JINING, LIAOCHENG, "200.00");

        assertThat(steps.treasurySays(in, "200.00", "CZ-1")).isEqualTo(Handling.HANDLED);
        assertThat(steps.treasurySays(in, "200.00", "CZ-1")).isEqualTo(Handling.HANDLED);

        assertThat(accounts.balance(in.personId(), in.pool())).isEqualByComparingTo("200.00");
        assertThat(running(in)).isZero();
    }

    @Test
    void moneyThatComesBeforeTheTransferIsCompletedIsHeld() {
        Completed in = steps.open(Side.IN, JINING, LIAOCHENG, "200.00", null);

        assertThat(steps.treasurySays(in, "200.00", "CZ-1")).isEqualTo(Handling.TOO_EARLY);
        steps.complete(in);
        assertThat(steps.treasurySays(in, "200.00", "CZ-1")).isEqualTo(Handling.HANDLED);

        assertThat(steps.view("financelc", in).text("outcome")).isEqualTo("CREDITED");
    }

    @Test
    void moneyOfNoTransferIsRefused() {
        Completed out = steps.open(Side.OUT, JINING, LIAOCHENG, "200.00", null);

        assertThatThrownBy(() -> steps.treasurySays(out, "200.00", "CZ-1"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("没有这笔余额所属的转移");
    }

    @Test
    void moneyOfADayThatIsStillToComeOrThatIsNoneIsRefused() {
        Completed in = steps.in(JINING, LIAOCHENG, "200.00");

        assertThatThrownBy(() -> steps.treasurySays(in, "200.00", "CZ-1", "2999-01-01"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("到账日不能晚于今天");
        assertThatThrownBy(() -> steps.treasurySays(in, "200.00", "CZ-1", "2026-02-30"))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> assertThat(refusal.violations())
                        .singleElement()
                        .satisfies(violation -> assertThat(violation.field()).isEqualTo("receivedOn")))
                .hasMessageContaining("不符合消息 treasury.balance-received 的格式");
    }

    @Test
    void aDifferenceIsATaskAndIsCreditedAsItCameWithAReason() {
        // given
        Completed in = steps.in(JINING, LIAOCHENG, "200.00");
        steps.arrives(in, "150.00", "HD-1");
        // then
        assertThat(accounts.find(in.personId(), in.pool())).isEmpty();
        assertThat(steps.view("reviewlc", in).body().path("difference").decimalValue())
                .isEqualByComparingTo("-50.00");
        assertThat(steps.post("reviewlc", in, "difference", Map.of("decision", "CREDIT"))
                        .status())
                .isEqualTo(400);

        // when
        steps.post("reviewlc", in, "difference", Map.of("decision", "CREDIT", "reason", "转出地说明已用50元"));
        // then
        assertThat(steps.view("financelc", in).text("outcome")).isEqualTo("DIFFERENT");
        assertThat(accounts.balance(in.personId(), in.pool())).isEqualByComparingTo("150.00");
    }

    @Test
    void theRestOfWhatArrivedIsWaitedForAndMatchedWithIt() {
        Completed in = steps.in(JINING, LIAOCHENG, "200.00");
        steps.arrives(in, "150.00", "HD-1");
        steps.post("reviewlc", in, "difference", Map.of("decision", "WAIT", "reason", "转出地补付"));
        assertThat(steps.arrives(in, "50.00", "HD-1").status()).isEqualTo(409);
        steps.arrives(in, "50.00", "HD-2");

        assertThat(steps.view("financelc", in).text("outcome")).isEqualTo("CREDITED");
    }

    @Test
    void theRestThatComesAfterTheDifferenceWasSettledIsRecordedByFinanceAndCredited() {
        // given
        Completed in = steps.in(JINING, LIAOCHENG, "200.00");
        steps.arrives(in, "150.00", "HD-1");
        steps.post("reviewlc", in, "difference", Map.of("decision", "CREDIT", "reason", "转出地说明已用50元"));
        assertThat(running(in)).isZero();
        // when
        Answer twice = steps.arrivesUnasked(in, "financelc", "50.00", "HD-1");
        Answer byReviewer = steps.arrivesUnasked(in, "reviewlc", "50.00", "HD-2");
        Answer elsewhere = steps.arrivesUnasked(in, "financejn", "50.00", "HD-2");
        Answer recorded = steps.arrivesUnasked(in, "financelc", "50.00", "HD-2");
        // then
        assertThat(twice.status()).isEqualTo(409);
        assertThat(byReviewer.status()).isEqualTo(403);
        assertThat(elsewhere.status()).isEqualTo(404);
        assertThat(recorded.text("outcome")).isEqualTo("CREDITED");
        assertThat(accounts.balance(in.personId(), in.pool())).isEqualByComparingTo("200.00");
    }

    @Test
    void financeRecordsMoneyWhileADifferenceIsLookedAtAndWhileItIsMissed() {
        Completed differs = steps.in(JINING, LIAOCHENG, "200.00");
        steps.arrives(differs, "150.00", "HD-1");
        Completed missed = steps.in(JINING, LIAOCHENG, "200.00");
        isMissed(missed);

        assertThat(steps.arrivesUnasked(differs, "financelc", "50.00", "HD-2").text("outcome"))
                .isEqualTo("CREDITED");
        assertThat(steps.arrivesUnasked(missed, "financelc", "200.00", "HD-3").text("outcome"))
                .isEqualTo("CREDITED");
    }

    @Test
    void financeRecordsWhatComesAfterNobodyWaitsAndAReviewerLooksIntoAnotherAmount() {
        // given
        Completed in = steps.in(JINING, LIAOCHENG, "200.00");
        isMissed(in);
        steps.post("reviewlc", in, "inquiry", Map.of("decision", "GIVE_UP", "reason", "转出地说已清退"));
        // when
        Answer recorded = steps.arrivesUnasked(in, "financelc", "180.00", "HD-1");
        // then
        assertThat(recorded.status()).isEqualTo(200);
        assertThat(steps.task(in).getTaskDefinitionKey()).isEqualTo(BalanceModel.SETTLE_DIFFERENCE);
    }

    @Test
    void nobodyRecordsMoneyOnTheSideThatPaysIt() {
        Completed out = steps.out(JINING, LIAOCHENG, "50.00", "50.00");

        assertThat(steps.arrivesUnasked(out, "financejn", "50.00", "HD-1").status())
                .isEqualTo(409);
        assertThat(steps.view("financejn", out).body().path("arrivalRecordable").asBoolean())
                .isFalse();
    }

    @Test
    void moreMoneyWhileADifferenceIsLookedAtIsMatchedAnew() {
        Completed in = steps.in(JINING, LIAOCHENG, "200.00");
        steps.treasurySays(in, "150.00", "CZ-1");
        steps.treasurySays(in, "50.00", "CZ-2");

        assertThat(steps.view("financelc", in).text("outcome")).isEqualTo("CREDITED");
    }

    @Test
    void whatNeverArrivesIsChasedAndMayStillCome() {
        // given
        Completed in = steps.in(JINING, LIAOCHENG, "200.00");
        // when
        isMissed(in);
        steps.post("reviewlc", in, "inquiry", Map.of("decision", "WAIT", "reason", "转出地说下周付"));
        isMissed(in);
        steps.treasurySays(in, "200.00", "CZ-1");
        // then
        assertThat(steps.view("financelc", in).text("outcome")).isEqualTo("CREDITED");
    }

    @Test
    void whatComesAfterNobodyWaitsIsNotLost() {
        // given
        Completed in = steps.in(JINING, LIAOCHENG, "200.00");
        isMissed(in);
        steps.post("reviewlc", in, "inquiry", Map.of("decision", "GIVE_UP", "reason", "转出地说已清退"));
        assertThat(steps.view("financelc", in).text("outcome")).isEqualTo("NEVER");
        // when
        steps.treasurySays(in, "200.00", "CZ-1");
        // then
        assertThat(steps.view("financelc", in).text("outcome")).isEqualTo("CREDITED");

        // when
        steps.treasurySays(in, "7.00", "CZ-2");
        // then
        assertThat(steps.task(in).getTaskDefinitionKey()).isEqualTo(BalanceModel.SETTLE_DIFFERENCE);
        assertThat(steps.post("reviewlc", in, "difference", Map.of("decision", "WAIT", "reason", "等"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void anotherPoolLearnsNothingOfABalance() {
        Completed in = steps.in(JINING, LIAOCHENG, "200.00");

        assertThat(steps.view("financejn", in).status()).isEqualTo(404);
        assertThat(steps.post("financejn", in, "arrival", Map.of("amount", "200.00"))
                        .status())
                .isEqualTo(404);
    }

    private void isMissed(Completed in) {
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(in.number() + "/balance")
                        .singleResult()
                        .getId())
                .timers()
                .singleResult()
                .getId());
    }

    private long running(Completed side) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(side.number() + "/balance")
                .count();
    }

    private BigDecimal sumOfBalances(RegionCode pool) {
        return ledger.balances(pool).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
