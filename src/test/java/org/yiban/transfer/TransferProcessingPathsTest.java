package org.yiban.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiban.transfer.TransferSteps.ACCEPTED;
import static org.yiban.transfer.TransferSteps.CONFIRM;
import static org.yiban.transfer.TransferSteps.NOT_RECEIVED;
import static org.yiban.transfer.TransferSteps.RECEIVED;
import static org.yiban.transfer.TransferSteps.SUPPLEMENT;
import static org.yiban.transfer.TransferSteps.done;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.YibanTest;
import org.yiban.kernel.BusinessTime;
import org.yiban.paths.PassedPaths;
import org.yiban.person.People;
import org.yiban.person.Scheme;
import org.yiban.region.RegionCode;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;
import org.yiban.support.Applicants;
import org.yiban.support.Applicants.Applicant;

/** Every path of {@code transferIn} while it is processed: the table, what is asked about it, what is missing, the approval. */
@YibanTest
class TransferProcessingPathsTest {

    private static final RegionCode JINING = new RegionCode(TransferSteps.JINING);
    private static final RegionCode LIAOCHENG = new RegionCode(TransferSteps.LIAOCHENG);

    @Autowired
    TransferSteps steps;

    @Autowired
    Applicants applicants;

    @Autowired
    People people;

    @Autowired
    BusinessTime time;

    @Autowired
    ApiClient api;

    @Autowired
    RuntimeService runtime;

    @AfterAll
    static void everyFlowNodeAndSequenceFlowWasPassed() {
        assertThat(PassedPaths.of("transfer/transfer-in.bpmn", "transferIn")
                        .only("subProcess_processing")
                        .notPassed())
                .isEmpty();
    }

    @Test
    void theTableGoesBackWithQuestionsAndTheSecondAnswerReplacesTheFirstWhichStays() {
        // given
        String in = steps.tableReceived(applicants.employedIn(JINING));

        // when
        done(steps.verify(in, Map.of("decision", "QUESTION", "questions", "2025年3月的基数与凭证不符")));

        // then
        assertThat(steps.openTask(in)).isNull();
        assertThat(steps.view("reviewlc", in)
                        .at("/informationTable/rounds/0/questions")
                        .asText())
                .contains("2025年3月");

        // when
        steps.messagesArrive();
        done(steps.decideTable(steps.outCaseOf(in), Map.of("decision", "CONFIRM", "note", "基数以单位申报为准")));
        steps.messagesArrive();

        // then
        assertThat(steps.openTask(in).getTaskDefinitionKey()).isEqualTo(TransferModel.VERIFY_INFORMATION_TABLE);
        assertThat(steps.view("reviewlc", in).at("/informationTable/rounds")).hasSize(2);
    }

    @Test
    void materialsAreAskedForLaterWhileTheClockStands() {
        // given a case accepted today
        Map<String, Object> application = TransferSteps.application(applicants.employedIn(JINING));
        application.put("appliedOn", time.today().toString());
        String in = steps.register(application).text("caseNumber");
        done(steps.accept(in, time.today()));
        steps.messagesArrive();
        done(steps.decideTable(steps.outCaseOf(in), CONFIRM));
        steps.messagesArrive();

        // when
        done(steps.verify(in, SUPPLEMENT));

        // then
        assertThat(steps.openTask(in).getTaskDefinitionKey()).isEqualTo(TransferModel.RECORD_LATER_SUPPLEMENT);
        assertThat(steps.timers(in)).hasSize(2).allMatch(Job::isSuspended);

        // when
        done(steps.decide("clerklc", in, "supplement", RECEIVED));

        // then
        assertThat(steps.openTask(in).getTaskDefinitionKey()).isEqualTo(TransferModel.VERIFY_INFORMATION_TABLE);
        assertThat(steps.timers(in)).noneMatch(Job::isSuspended);
    }

    @Test
    void aSupplementIsRecordedWhereTheClockGoesOnAlready() {
        // given
        String in = steps.tableReceived(applicants.employedIn(JINING));
        done(steps.verify(in, SUPPLEMENT));
        Answer resumed = api.post("superlc", "/api/sla/cases/" + in + "/resumptions", Map.of("note", "材料由窗口直接核实"));

        // when
        Answer recorded = steps.decide("clerklc", in, "supplement", RECEIVED);

        // then
        assertThat(resumed.status()).isEqualTo(204);
        assertThat(recorded.status()).isEqualTo(200);
        assertThat(steps.openTask(in).getTaskDefinitionKey()).isEqualTo(TransferModel.VERIFY_INFORMATION_TABLE);
    }

    @Test
    void whereASecondTableStatesAnotherLastMonthBenefitsAreDecidedAnew() {
        // given
        Applicant applicant = applicants.employedIn(JINING);
        String in = steps.verified(applicant);
        done(steps.decide("approvelc", in, "approval", Map.of("decision", "RETURN", "reason", "再核对一次")));
        done(steps.verify(in, CONFIRM));
        assertThat(bridging(in)).isFalse();
        done(steps.decide("approvelc", in, "approval", Map.of("decision", "RETURN", "reason", "今年的月份呢")));
        applicants.pay(applicant, JINING, YearMonth.of(2026, 1), YearMonth.of(2026, 2));
        done(steps.verify(in, Map.of("decision", "QUESTION", "questions", "2026年是否缴费")));
        steps.messagesArrive();
        done(steps.decideTable(steps.outCaseOf(in), Map.of("decision", "CONFIRM", "note", "已补记")));
        steps.messagesArrive();

        // when
        done(steps.verify(in, CONFIRM));

        // then
        assertThat(bridging(in)).isTrue();
        assertThat(api.get("reviewlc", "/api/transfers/" + in + "/gap")
                        .body()
                        .path("facts")
                        .findValuesAsText("value"))
                .contains("2026-02");
    }

    @Test
    void aCaseThatIsTakenUpAgainHasBenefitsDecidedAnew() {
        // given
        String in = steps.verified(applicants.employedIn(JINING));
        done(steps.withdraw(in, "不转了"));
        steps.messagesArrive();
        done(steps.act("superlc", in, "reopening", Map.of("reason", "又要转")));
        done(steps.accept(in, time.today()));
        steps.messagesArrive();
        done(steps.decideTable(steps.outCaseOf(in), CONFIRM));
        steps.messagesArrive();

        // when
        done(steps.verify(in, CONFIRM));

        // then
        assertThat(bridging(in)).isTrue();
    }

    private boolean bridging(String in) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(in + "/gap")
                        .count()
                == 1;
    }

    @Test
    void anOlderTableThatComesLateReplacesNoNewerOne() {
        // given
        Applicant applicant = applicants.employedIn(JINING);
        String in = steps.registered(applicant);
        done(steps.accept(in, TransferSteps.ACCEPTED));
        steps.sendTable(in, applicant, "第二次", 2, List.of());
        steps.messagesArrive();

        // when
        steps.sendTable(in, applicant, "第一次", 1, List.of());
        steps.messagesArrive();
        done(steps.verify(in, Map.of("decision", "QUESTION", "questions", "没有月份")));
        steps.messagesArrive();

        // then
        assertThat(steps.openTask(in)).isNull();
        JsonNode view = steps.view("reviewlc", in);
        assertThat(view.at("/informationTable/version").asInt()).isEqualTo(2);
        assertThat(view.path("history").findValuesAsText("text")).contains("收到转出地第 1 次的信息表；已有第 2 次的，不再使用");
        assertThat(steps.view("reviewlc", in + "/information-table?version=1")
                        .path("detail")
                        .asText())
                .contains("最近一次是第 2 次");
    }

    @Test
    void aRefusalByTheOtherSideThatComesWhileItsTableIsVerifiedIsNotedAndChangesNothing() {
        // given
        String in = steps.tableReceived(applicants.employedIn(JINING));
        steps.originRefuses(in, "欠费未清");
        steps.messagesArrive();

        // when
        steps.confirmTable(in);
        done(steps.approve(in));

        // then
        JsonNode view = steps.view("clerklc", in);
        assertThat(view.path("history").findValuesAsText("text"))
                .containsOnlyOnce("收到转出地的消息，转出地不予转出：欠费未清；信息表已经收到，请核实后决定是否转入");
        assertThat(view.path("state").asText()).isEqualTo("COMPLETED");
        assertThat(view.path("refusalBasis")).isEmpty();
    }

    @Test
    void whatIsNotSupplementedLaterIsRefusedAndTheOtherSideLearnsSo() {
        // given
        String in = steps.tableReceived(applicants.employedIn(JINING));
        done(steps.verify(in, SUPPLEMENT));

        // when
        done(steps.decide("clerklc", in, "supplement", NOT_RECEIVED));
        steps.messagesArrive();

        // then
        assertThat(steps.view("clerkjn", steps.outCaseOf(in)).path("state").asText())
                .isEqualTo("REFUSED");
    }

    @Test
    void aTableThatDoesNotHoldIsRefused() {
        String in = steps.tableReceived(applicants.employedIn(JINING));
        done(steps.verify(in, TransferSteps.refusal("月份与本人陈述不符")));
        assertThat(steps.view("clerklc", in).path("state").asText()).isEqualTo("REFUSED");
    }

    @Test
    void anApproverSendsATransferBackToBeVerifiedAgain() {
        // given
        String in = steps.verified(applicants.employedIn(JINING));

        // when
        done(steps.decide("approvelc", in, "approval", Map.of("decision", "RETURN", "reason", "请核对2025年3月")));

        // then
        assertThat(steps.openTask(in).getTaskDefinitionKey()).isEqualTo(TransferModel.VERIFY_INFORMATION_TABLE);
    }

    @Test
    void whatTheTransferOutSideRefusesEndsHereWithItsReason() {
        // given
        String in = steps.registered(applicants.employedIn(JINING));
        done(steps.accept(in, ACCEPTED));
        steps.messagesArrive();

        // when
        done(steps.decideTable(steps.outCaseOf(in), TransferSteps.refusal("单位欠费尚未清缴")));
        steps.messagesArrive();

        // then
        assertThat(steps.view("clerklc", in).path("outcome").asText()).contains("单位欠费尚未清缴");
    }

    @Test
    void aSwitchThatASeniorAllowsIsCompletedInTheOtherSchemeWithoutBridging() {
        // given
        Applicant applicant = applicants.employedIn(JINING);
        Map<String, Object> application = TransferSteps.application(applicant);
        application.put("identity", "RESIDENT");
        String in = steps.register(application).text("caseNumber");
        done(steps.decide(
                "reviewlc", in, "acceptance", TransferSteps.acceptance(ACCEPTED, "IDENTITY_DOCUMENT", "RESIDENCE")));
        Answer decided = steps.seniorDecides(
                in,
                Map.of(
                        "outcome",
                        "DECIDED",
                        "transferKind",
                        "WITHIN_PROVINCE",
                        "transferNeeded",
                        "true",
                        "workingDays",
                        "15"));
        assertThat(decided.status()).as("%s", decided).isEqualTo(204);
        steps.messagesArrive();
        done(steps.decideTable(steps.outCaseOf(in), CONFIRM));
        steps.messagesArrive();

        // when
        done(steps.verify(in, CONFIRM));
        done(steps.approve(in));
        steps.messagesArrive();

        // then
        assertThat(people.openEnrolment(applicant.id(), LIAOCHENG, Scheme.RESIDENT))
                .isPresent();
        assertThat(people.openEnrolment(applicant.id(), JINING, Scheme.EMPLOYEE))
                .isEmpty();
        assertThat(people.months(applicant.id(), LIAOCHENG)).hasSize(12);
        assertThat(steps.view("clerklc", in).at("/notices/0/body").asText()).contains("城乡居民");
    }
}
