package org.yiban.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiban.transfer.TransferSteps.done;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
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
import org.yiban.support.ApiClient.Answer;
import org.yiban.support.Applicants;
import org.yiban.support.Applicants.Applicant;

/** Every path of {@code transferIn} while it is processed: the table, what is asked about it, what is missing, the approval. */
@YibanTest
class TransferProcessingPathsTest {

    private static final RegionCode JINING = new RegionCode(TransferSteps.JINING);
    private static final RegionCode LIAOCHENG = new RegionCode(TransferSteps.LIAOCHENG);
    private static final LocalDate ACCEPTED = LocalDate.of(2026, 2, 12);
    private static final Map<String, String> CONFIRM = Map.of("decision", "CONFIRM");
    private static final Map<String, String> SUPPLEMENT = Map.of("decision", "SUPPLEMENT", "supplement", "授权委托书原件");
    private static final Map<String, String> RECEIVED = Map.of("decision", "RECEIVED", "note", "收到原件");
    private static final Map<String, String> NOT_RECEIVED = Map.of("decision", "NOT_RECEIVED", "note", "两次告知未补");

    @Autowired
    TransferSteps steps;

    @Autowired
    Applicants applicants;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    People people;

    @Autowired
    BusinessTime time;

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
        assertThat(timers(in)).hasSize(2).allMatch(Job::isSuspended);

        // when
        done(steps.decide("clerklc", in, "supplement", RECEIVED));

        // then
        assertThat(steps.openTask(in).getTaskDefinitionKey()).isEqualTo(TransferModel.VERIFY_INFORMATION_TABLE);
        assertThat(timers(in)).noneMatch(Job::isSuspended);
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
        done(steps.accept(in, LocalDate.of(2026, 2, 12)));
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
                "reviewlc",
                in,
                "acceptance",
                Map.of(
                        "decision",
                        "ACCEPT",
                        "acceptedOn",
                        ACCEPTED.toString(),
                        "materials",
                        List.of("IDENTITY_DOCUMENT", "RESIDENCE"))));
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

    private List<Job> timers(String number) {
        return management
                .createJobQuery()
                .processInstanceId(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .singleResult()
                        .getId())
                .timers()
                .list();
    }
}
