package org.yiban.transfer.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiban.transfer.gap.GapSteps.done;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.YibanTest;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.ledger.CollectionState;
import org.yiban.ledger.Ledger;
import org.yiban.ledger.Settlement.Effect;
import org.yiban.paths.PassedPaths;
import org.yiban.support.ApiClient.Answer;
import org.yiban.transfer.TransferSteps;

/** Every path of {@code benefitGap}, on the real tables and database, for moves within Shandong. */
@YibanTest
class GapPathsTest {

    private static final LocalDate TODAY = LocalDate.now(BusinessTime.ZONE);
    private static final YearMonth NOW = YearMonth.from(TODAY);
    private static final Map<String, String> SENIOR =
            Map.of("outcome", "DECIDED", "waiting", "NONE", "gapCovered", "false");

    @Autowired
    GapSteps steps;

    @Autowired
    TransferSteps transfers;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    Ledger ledger;

    @AfterAll
    static void everyFlowNodeAndSequenceFlowWasPassed() {
        assertThat(PassedPaths.of("transfer/benefit-gap.bpmn", "benefitGap").notPassed())
                .isEmpty();
    }

    @Test
    void whoPaysTheGapInTimeIsCoveredInIt() {
        // given
        String number = steps.opened(steps.withGap());
        // then
        Answer open = steps.view(number);
        assertThat(open.body().path("openFacts")).isEmpty();
        assertThat(open.body().path("facts").findValuesAsText("source"))
                .anyMatch(source -> source.contains("信息表"))
                .anyMatch(source -> source.contains("终止日"))
                .anyMatch(source -> source.contains("凭证"));

        // when
        done(steps.post("reviewlc", number, "gap", "facts", Map.of("corrections", List.of())));
        // then
        Answer quoted = steps.view(number);
        assertThat(quoted.body().path("unpaidMonths").asInt()).isEqualTo(1);
        assertThat(quoted.body().at("/unpaid/results/outcome").asText()).isEqualTo("REFER");
        assertThat(quoted.body().at("/paid/results/gapCovered").asBoolean()).isTrue();
        assertThat(quoted.text("lastDay")).isEqualTo(lastDay().toString());

        // when
        steps.pay(number);
        // then
        assertThat(beside(number, "gap")).isZero();
        assertThat(steps.view(number).body().at("/orders/0/lastDay").asText())
                .isEqualTo(lastDay().toString());

        // when
        steps.taxBureau(number, 1, CollectionState.PAID, "500.00", "SS-1", lastDay());
        // then
        Answer ended = steps.view(number);
        assertThat(ended.text("outcome")).isEqualTo("PAID");
        assertThat(ended.body().at("/decision/results/gapCovered").asBoolean()).isTrue();
        assertThat(ended.body().at("/decision/citations/0/id").asText()).startsWith("SD2021-54");
        assertThat(transfers.view("reviewlc", number).path("notices").findValuesAsText("kind"))
                .contains("benefitContinuity");
        assertThat(transfers.view("reviewlc", number).path("notices").findValuesAsText("body"))
                .anyMatch(body -> body.contains("依据鲁医保发〔2021〕54号") && body.contains("书面提出异议"));
        assertThat(ledger.of(new CaseNumber(number)).receivable()).isEqualByComparingTo("0.00");
        assertThat(beside(number, "payment")).isZero();
    }

    @Test
    void whoHasNoGapIsToldFromWhenBenefitsRun() {
        String number = steps.quoted(steps.mover(NOW.minusMonths(1), NOW));

        Answer view = steps.view(number);
        assertThat(view.text("outcome")).isEqualTo("NO_GAP");
        assertThat(view.body().at("/decision/results/benefitStart").asText())
                .isEqualTo(NOW.atDay(1).toString());
        assertThat(transfers.view("reviewlc", number).at("/notices/0/body").asText())
                .contains("异议");
        assertThat(beside(number, "gap")).isZero();
    }

    @Test
    void whoPaysForAStayInHospitalAcrossTheMoveIsDecidedByASeniorSinceTheDocumentHasRunOut() {
        // given
        String number = steps.opened(steps.mover(NOW.minusMonths(1), NOW));
        // when
        done(steps.post(
                "reviewlc",
                number,
                "gap",
                "facts",
                Map.of(
                        "corrections",
                        List.of(Map.of("name", "dischargedOn", "value", TODAY.toString(), "reason", "出院小结")))));
        // then
        assertThat(steps.view(number).body().at("/decision/results/stayPaidBy").asText())
                .isEqualTo("REFER");
        assertThat(transfers.view("reviewlc", number).path("notices")).isEmpty();

        // when
        done(steps.seniorDecides(
                number,
                Map.of(
                        "outcome",
                        "DECIDED",
                        "waiting",
                        "NONE",
                        "benefitStart",
                        NOW.atDay(1).toString(),
                        "stayPaidBy",
                        "TRANSFER_IN")));
        // then
        assertThat(steps.view(number).body().at("/decision/results/stayPaidBy").asText())
                .isEqualTo("TRANSFER_IN");
        assertThat(transfers.view("reviewlc", number).path("notices").findValuesAsText("body"))
                .anyMatch(body -> body.contains("住院") && body.contains("转入地"));
    }

    @Test
    void whatIsCorrectedSaysInWordsWhatStoodThereBefore() {
        // given
        String number = steps.opened(steps.mover(NOW.minusMonths(1), NOW));
        // when
        done(steps.post(
                "reviewlc",
                number,
                "gap",
                "facts",
                Map.of("corrections", List.of(Map.of("name", "identity", "value", "FLEXIBLE", "reason", "申请书")))));
        // then
        assertThat(steps.view(number).body().path("facts").findValuesAsText("source"))
                .anyMatch(source -> source.contains("（原为 单位职工；"));
    }

    @Test
    void whatHoldsIfTheGapStaysUnpaidIsDecidedByASeniorWhereNoDocumentDoes() {
        // given
        String number = steps.quoted(steps.withGap());
        // when
        done(steps.post("clerklc", number, "gap", "choice", Map.of("decision", "DECLINE")));
        // then
        assertThat(steps.view(number).text("outcome")).isEqualTo("DECLINED");

        // when
        done(steps.seniorDecides(number, SENIOR));
        // then
        assertThat(steps.view(number).body().at("/decision/results/basis").asText())
                .isEqualTo("AGENCY");
        assertThat(beside(number, "gap")).isZero();
    }

    @Test
    void whereTheTablesAreSilentEitherWayASeniorDecidesFirstAndMoneyThatNeverComesExpires() {
        // given
        String number = steps.quoted(steps.mover(NOW.minusMonths(4), NOW.minusMonths(3)));
        // when
        done(steps.seniorDecides(
                number,
                Map.of("outcome", "DECIDED", "waiting", "NONE", "arrearsAllowed", "true", "gapCovered", "true")));
        steps.pay(number);
        // then
        assertThat(steps.view(number).body().path("bySenior").asBoolean()).isTrue();

        // when
        termIsOver(number);
        // then
        assertThat(steps.view(number).text("outcome")).isEqualTo("EXPIRED");
        assertThat(steps.view(number).body().at("/orders/0/stateTitle").asText())
                .isEqualTo("逾期未收");
        assertThat(ledger.of(new CaseNumber(number)).receivable()).isEqualByComparingTo("0.00");

        // when
        Effect late = steps.taxBureau(number, 1, CollectionState.PAID, "500.00", "SS-9", TODAY);
        // then
        assertThat(late).isEqualTo(Effect.CONTRADICTED);
        assertThat(steps.task(number, "money").getTaskDefinitionKey()).isEqualTo(GapModel.RETURN_MONEY);
    }

    @Test
    void aCaseThatComesBackToItDecidesAnewButPaysOnce() {
        // given
        String declined = steps.quoted(steps.withGap());
        steps.start(declined);
        String number = steps.chosen(steps.withGap());
        // when
        steps.start(number);
        // then
        assertThat(beside(number, "gap")).isZero();
        assertThat(steps.view(number).body().path("orders")).hasSize(1);
        assertThat(steps.view(declined).body().path("unpaidMonths").isNull()).isTrue();
    }

    @Test
    void whatWasPaidBeforeItIsDecidedAnewStaysPaid() {
        // given
        String number = steps.chosen(steps.withGap());
        steps.taxBureau(number, 1, CollectionState.PAID, "500.00", "SS-1", TODAY);

        // when
        steps.start(number);
        done(steps.post("reviewlc", number, "gap", "facts", Map.of("corrections", List.of())));

        // then
        assertThat(steps.view(number).text("outcome")).isEqualTo("NO_GAP");
        assertThat(steps.view(number).body().path("money")).isEmpty();
    }

    @Test
    void tooLittleIsFollowedByTheRestAsLongAsItCounts() {
        // given
        String number = steps.chosen(steps.withGap());
        // when
        steps.taxBureau(number, 1, CollectionState.PARTLY, "200.00", "SS-1", TODAY);
        done(steps.post("reviewlc", number, "payment", "rest", Map.of("decision", "COLLECT", "reason", "继续收")));
        // then
        assertThat(steps.view(number).body().at("/orders/1/amount").decimalValue())
                .isEqualByComparingTo("300.00");

        // when
        steps.taxBureau(number, 2, CollectionState.PAID, "300.00", "SS-2", TODAY);
        // then
        assertThat(steps.view(number).text("outcome")).isEqualTo("PAID");
    }

    @Test
    void tooLittleGoesBackIfTheRestIsNotWanted() {
        // given
        String number = steps.chosen(steps.withGap());
        steps.taxBureau(number, 1, CollectionState.PARTLY, "200.00", "SS-1", TODAY);
        // when
        done(steps.post("reviewlc", number, "payment", "rest", Map.of("decision", "STOP", "reason", "不再补缴")));
        // then
        assertThat(steps.view(number).text("outcome")).isEqualTo("PARTLY");
        assertThat(steps.view(number).body().at("/money/0/amount").decimalValue())
                .isEqualByComparingTo("200.00");
        done(steps.seniorDecides(number, SENIOR));
        assertThat(beside(number, "payment")).isZero();
    }

    @Test
    void whatComesTooLateCountsAsTheTablesThenCountItIfTheApplicantKeepsIt() {
        // given
        String number = steps.chosen(steps.withGap());
        // when
        steps.taxBureau(
                number, 1, CollectionState.PAID, "500.00", "SS-1", lastDay().plusMonths(2));
        done(steps.post("reviewlc", number, "payment", "late", Map.of("decision", "KEEP", "reason", "申请人要年限")));
        // then
        Answer view = steps.view(number);
        assertThat(view.text("outcome")).isEqualTo("LATE_KEPT");
        assertThat(view.body().at("/decision/results/gapCovered").asBoolean()).isFalse();
        assertThat(view.body().path("money")).isEmpty();
    }

    @Test
    void whatComesTooLateGoesBackIfTheApplicantTakesItBack() {
        // given
        String number = steps.chosen(steps.withGap());
        steps.taxBureau(
                number, 1, CollectionState.PAID, "500.00", "SS-1", lastDay().plusDays(1));
        // when
        done(steps.post("reviewlc", number, "payment", "late", Map.of("decision", "RETURN", "reason", "申请人要退")));
        // then
        assertThat(steps.view(number).body().at("/money/0/why").asText()).contains("逾期");
        assertThat(steps.post("financelc", number, "money", "money", Map.of("refundCase", "TF371500-2020-000001"))
                        .toString())
                .contains("没有此人的这件退费案件");
        assertThat(ledger.of(new CaseNumber(number)).unassigned()).isEqualByComparingTo("500.00");
        assertThat(transfers.view("reviewlc", number).path("history").findValuesAsText("text"))
                .anyMatch(text -> text.contains("登记退费的，缴费凭证号写 " + number + "-B"));
        done(steps.post("financelc", number, "money", "money", Map.of("note", "税务原渠道退回，凭证 T-1")));
        assertThat(ledger.of(new CaseNumber(number)).unassigned()).isZero();
        assertThat(steps.view(number).body().at("/money/0/settled").asText()).contains("T-1");
        assertThat(beside(number, "money")).isZero();
    }

    @Test
    void moneyForATransferThatWasWithdrawnGoesBack() {
        // given
        String number = steps.chosen(steps.withGap());
        done(transfers.withdraw(number, "不转了"));
        // when
        steps.taxBureau(number, 1, CollectionState.PAID, "500.00", "SS-1", TODAY);
        // then
        assertThat(steps.view(number).text("outcome")).isEqualTo("ABANDONED");
        assertThat(steps.view(number).body().path("money")).hasSize(1);
        assertThat(transfers.view("reviewlc", number).path("notices").findValuesAsText("kind"))
                .doesNotContain("benefitContinuity");
    }

    @Test
    void whatCameTooLateIsNotKeptForATransferThatWasWithdrawn() {
        // given
        String number = steps.chosen(steps.withGap());
        steps.taxBureau(
                number, 1, CollectionState.PAID, "500.00", "SS-1", lastDay().plusMonths(2));
        done(transfers.withdraw(number, "不转了"));
        // when
        done(steps.post("reviewlc", number, "payment", "late", Map.of("decision", "KEEP", "reason", "申请人要年限")));
        // then
        assertThat(steps.view(number).text("outcome")).isEqualTo("ABANDONED");
        assertThat(steps.view(number).body().path("money")).hasSize(1);
    }

    private static LocalDate lastDay() {
        return NOW.plusMonths(1).atEndOfMonth();
    }

    private void termIsOver(String number) {
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number + "/payment")
                .singleResult()
                .getId();
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(instance)
                .timers()
                .singleResult()
                .getId());
    }

    private long beside(String number, String word) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number + "/" + word)
                .count();
    }
}
