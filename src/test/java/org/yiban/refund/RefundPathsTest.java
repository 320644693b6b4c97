package org.yiban.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiban.refund.RefundSteps.correction;
import static org.yiban.refund.RefundSteps.done;

import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.YibanTest;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.ledger.Ledger;
import org.yiban.ledger.OrderState;
import org.yiban.paths.PassedPaths;
import org.yiban.person.IdentityNumber;
import org.yiban.person.People;
import org.yiban.person.Scheme;
import org.yiban.policy.DecisionRecords;
import org.yiban.refund.RefundApplicants.Payer;
import org.yiban.region.RegionCode;
import org.yiban.sla.ClockEntry;
import org.yiban.sla.ClockEvent;
import org.yiban.sla.Clocks;

/** Every path of {@code refundRequest}, on the real tables and database. */
@YibanTest
class RefundPathsTest implements MoneyOfRefundPaths {

    private static final RegionCode CHANGCHUN = new RegionCode(RefundApplicants.CHANGCHUN);

    @Autowired
    RefundSteps steps;

    @Autowired
    RefundApplicants applicants;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    People people;

    @Autowired
    Ledger ledger;

    @Autowired
    DecisionRecords decisions;

    @Autowired
    Clocks clocks;

    @Autowired
    TransactionTemplate transaction;

    @Override
    public RefundSteps steps() {
        return steps;
    }

    @Override
    public RefundApplicants applicants() {
        return applicants;
    }

    @AfterAll
    static void everyFlowNodeAndSequenceFlowWasPassed() {
        assertThat(PassedPaths.of("refund/refund-request.bpmn", "refundRequest").notPassed())
                .isEmpty();
        assertThat(PassedPaths.of("refund/recovery-money.bpmn", "recoveryMoney").notPassed())
                .isEmpty();
    }

    @Test
    void aResidentWhoJoinedAndAskedBeforeBenefitsIsRefundedInFullAndTheRelationEnds() {
        // given
        Payer payer = applicants.residentWhoJoined("2023-12-01");

        // when
        String number = steps.approved(payer, "JOINED_EMPLOYEE_SCHEME", "2023-12-20");

        // then
        assertThat(steps.view(number).at("/money/amount").decimalValue()).isEqualByComparingTo("380.00");
        assertThat(steps.view(number).at("/eligibility/basis/0").asText()).isEqualTo("JL2022-19 art.22(1)[a]");
        long person = people.find(IdentityNumber.parse("identityNumber", payer.identityNumber()))
                .orElseThrow()
                .id();
        assertThat(people.openEnrolment(person, CHANGCHUN, Scheme.RESIDENT)).isEmpty();

        // when
        steps.treasury(number, OrderState.PAID);
        // then
        assertThat(steps.view(number).path("state").asText()).isEqualTo("COMPLETED");
        assertThat(steps.view(number).path("notices").findValuesAsText("kind"))
                .containsExactly("refundGranted", "refundPaid");
        assertThat(ledger.of(new CaseNumber(number)).refunded()).isEqualByComparingTo("380.00");
        assertThat(running(number)).isZero();
    }

    @Test
    void whoAskedAfterBenefitsBeganIsReferredToASeniorWhoGrantsIt() {
        // given
        String number =
                steps.registered(applicants.residentWhoJoined("2023-12-01"), "JOINED_EMPLOYEE_SCHEME", "2024-01-10");

        // when
        done(steps.confirmFacts(number), 200);
        // then
        assertThat(steps.view(number).at("/eligibility/results/outcome").asText())
                .isEqualTo("REFER");

        // when
        done(
                steps.seniorDecides(
                        number,
                        Map.of("outcome", "ELIGIBLE", "refundScope", "FULL_PAYMENT", "terminateRelation", "true")),
                204);
        // then
        assertThat(steps.taskOf(number).getTaskDefinitionKey()).isEqualTo(RefundModel.ASSESS_REFUND);
        assertThat(steps.view(number).at("/eligibility/basis/0").asText()).isEqualTo("AGENCY");
    }

    @Test
    void whatASeniorDecidesFallsDueWithTheCase() {
        // given
        String number =
                steps.registered(applicants.residentWhoJoined("2023-12-01"), "JOINED_EMPLOYEE_SCHEME", "2024-01-10");
        done(steps.confirmFacts(number), 200);
        Date before = steps.taskOf(number + "/referral").getDueDate();
        // when
        transaction.executeWithoutResult(status -> clocks.record(
                new CaseNumber(number),
                new ClockEvent.Extended(OffsetDateTime.now(BusinessTime.ZONE), 4),
                ClockEntry.by("supercc", "测试")));
        // then
        assertThat(steps.taskOf(number + "/referral").getDueDate())
                .isAfter(before)
                .isEqualTo(Date.from(clocks.times(new CaseNumber(number))
                        .orElseThrow()
                        .dueAt()
                        .toInstant()));
    }

    @Test
    void whatASeniorRefusesIsRefused() {
        String number = steps.registered(applicants.resident(), "OTHER", "2023-12-20");
        done(steps.confirmFacts(number), 200);

        done(steps.seniorDecides(number, Map.of("outcome", "INELIGIBLE")), 204);

        assertThat(steps.view(number).path("state").asText()).isEqualTo("REFUSED");
    }

    @Test
    void whoJoinedAndAskedAfterBenefitsBeganIsRefusedWithTheProvisionAndTheWayToObject() {
        // given
        String number =
                steps.registered(applicants.residentWhoJoined("2024-01-08"), "JOINED_EMPLOYEE_SCHEME", "2024-01-20");
        done(steps.confirmFacts(number), 200);
        // then
        assertThat(steps.view(number).path("state").asText()).isEqualTo("REFUSED");
        assertThat(steps.view(number).at("/eligibility/basis/0").asText()).isEqualTo("JL2022-19 art.23(1)");
        assertThat(steps.view(number).at("/notices/0/body").asText()).contains("吉林省", "书面提出异议");

        // when
        done(steps.object(number, "我12月就入职了"), 200);
        done(steps.post("supercc", number, "objection", Map.of("decision", "UPHOLD", "reason", "登记无误")), 200);
        // then
        assertThat(steps.view(number).path("state").asText()).isEqualTo("REFUSED");
        assertThat(steps.view(number).at("/notices/1/title").asText()).isEqualTo("异议复核告知书");
    }

    @Test
    void anObjectionToARefusalByPeopleIsUpheldThoughNoTableWasAsked() {
        // given
        String number =
                steps.registered(applicants.residentWhoJoined("2024-01-08"), "JOINED_EMPLOYEE_SCHEME", "2024-01-20");
        done(steps.post("reviewcc", number, "facts", Map.of("decision", "REFUSE", "reason", "劳动合同系伪造")), 200);
        done(steps.object(number, "合同是真的"), 200);

        // when
        done(steps.post("supercc", number, "objection", Map.of("decision", "UPHOLD", "reason", "单位确认没有此人")), 200);

        // then
        assertThat(steps.view(number).path("state").asText()).isEqualTo("REFUSED");
        assertThat(steps.view(number).at("/notices/1/title").asText()).isEqualTo("异议复核告知书");
    }

    @Test
    void anObjectionByAnotherPersonReopensTheDecisionAndTheOldOneStays() {
        // given
        String number =
                steps.registered(applicants.residentWhoJoined("2024-01-08"), "JOINED_EMPLOYEE_SCHEME", "2024-01-20");
        done(steps.confirmFacts(number), 200);
        done(steps.object(number, "劳动合同为证"), 200);

        // when
        done(
                steps.post(
                        "supercc",
                        number,
                        "objection",
                        Map.of(
                                "decision",
                                "DECIDE_AGAIN",
                                "reason",
                                "劳动合同载明12月入职",
                                "corrections",
                                List.of(
                                        correction("phase", "BEFORE_BENEFIT"),
                                        correction("eventPhase", "BEFORE_BENEFIT")))),
                200);

        // then
        assertThat(steps.taskOf(number).getTaskDefinitionKey()).isEqualTo(RefundModel.ASSESS_REFUND);
        assertThat(decisions.of(number).stream()
                        .map(decision -> decision.explanation().results().get("outcome"))
                        .filter(outcome -> outcome != null))
                .containsExactly("INELIGIBLE", "ELIGIBLE");
        assertThat(steps.get("supercc", number).body().path("facts").findValuesAsText("source"))
                .anyMatch(source -> source.contains("（原为 待遇期内；"))
                .noneMatch(source -> source.contains("IN_BENEFIT"));
    }

    @Test
    void evidenceIsSupplementedWhileTheClockStands() {
        // given
        String number = steps.registered(applicants.residentWhoPaidTwice(), "DUPLICATE_PAYMENT", "2023-12-20");

        // when
        done(steps.post("reviewcc", number, "facts", Map.of("decision", "SUPPLEMENT", "supplement", "另一笔缴费的凭证")), 200);
        // then
        assertThat(steps.taskOf(number).getTaskDefinitionKey()).isEqualTo(RefundModel.RECORD_SUPPLEMENT);
        assertThat(steps.get("supercc", number).status()).isEqualTo(200);

        // when
        done(steps.post("clerkcc", number, "supplement", Map.of("decision", "RECEIVED", "note", "凭证复印件")), 200);
        // then
        assertThat(steps.taskOf(number).getTaskDefinitionKey()).isEqualTo(RefundModel.CHECK_FACTS);
    }

    @Test
    void whatIsNotSupplementedIsRefused() {
        String number = steps.registered(applicants.residentWhoPaidTwice(), "DUPLICATE_PAYMENT", "2023-12-20");
        done(steps.post("reviewcc", number, "facts", Map.of("decision", "SUPPLEMENT", "supplement", "凭证")), 200);

        done(steps.post("clerkcc", number, "supplement", Map.of("decision", "NOT_RECEIVED", "note", "两次告知未补")), 200);

        assertThat(steps.view(number).path("state").asText()).isEqualTo("REFUSED");
        assertThat(steps.view(number).path("outcome").asText()).contains("两次告知未补");
    }

    @Test
    void aReviewerRefusesWhatTheEvidenceContradicts() {
        String number = steps.registered(applicants.residentWhoPaidTwice(), "DUPLICATE_PAYMENT", "2023-12-20");

        done(steps.post("reviewcc", number, "facts", Map.of("decision", "REFUSE", "reason", "凭证系伪造")), 200);

        assertThat(steps.view(number).path("state").asText()).isEqualTo("REFUSED");
    }

    @Test
    void assessorAndApproverSendBackWhatIsNotClear() {
        // given
        String number = steps.registered(applicants.residentWhoPaidTwice(), "DUPLICATE_PAYMENT", "2023-12-20");
        Map<String, String> back = Map.of("decision", "RETURN", "reason", "凭证看不清");
        done(steps.confirmFacts(number), 200);

        // when
        done(steps.post("reviewcc", number, "assessment", back), 200);
        // then
        assertThat(steps.taskOf(number).getTaskDefinitionKey()).isEqualTo(RefundModel.CHECK_FACTS);

        // when
        done(steps.confirmFacts(number), 200);
        done(steps.assess(number), 200);
        done(steps.post("approvecc", number, "approval", back), 200);
        // then
        assertThat(steps.taskOf(number).getTaskDefinitionKey()).isEqualTo(RefundModel.CHECK_FACTS);
    }

    @Test
    void anApplicantWithdrawsAsLongAsNoMoneyHasMoved() {
        String number = steps.registered(applicants.residentWhoPaidTwice(), "DUPLICATE_PAYMENT", "2023-12-20");

        done(steps.withdraw(number), 200);

        assertThat(steps.view(number).path("state").asText()).isEqualTo("WITHDRAWN");
        assertThat(running(number)).isZero();
    }

    @Test
    void whatWasReleasedWithItsFileIsOrderedAtOnce() {
        String number = steps.released(applicants.residentWhoPaidTwice(), "380.00");

        assertThat(steps.view(number).at("/orders/0/amount").decimalValue()).isEqualByComparingTo("380.00");
        assertThat(steps.taskOf(number)).isNull();
    }

    @Test
    void whatComesToAnotherAmountThanReleasedGoesToPeople() {
        String number = steps.released(applicants.residentWhoPaidTwice(), "379.00");

        assertThat(steps.taskOf(number).getTaskDefinitionKey()).isEqualTo(RefundModel.CHECK_FACTS);
    }

    @Test
    void timersOfTheTargetTellSupervisorsAndTheCaseGoesOn() {
        // given
        String number = steps.registered(applicants.resident(), "OTHER", "2023-12-20");

        // when
        management
                .createJobQuery()
                .processInstanceId(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .singleResult()
                        .getId())
                .timers()
                .list()
                .forEach(timer -> management.executeJob(timer.getId()));

        // then
        assertThat(steps.taskOf(number).getTaskDefinitionKey()).isEqualTo(RefundModel.CHECK_FACTS);
    }

    private long running(String number) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .count();
    }
}
