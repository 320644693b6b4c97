package org.yiban.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiban.transfer.TransferSteps.ACCEPTED;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.YibanTest;
import org.yiban.exchange.MessageState;
import org.yiban.partners.Behaviour;
import org.yiban.partners.RegionSimulator;

/** Only the transfer-in side is served here: the other agency answers, is late, repeats itself, is wrong, or silent. */
@YibanTest
class TransferFromElsewhereTest {

    private static final String LIAOCHENG = TransferSteps.LIAOCHENG;

    @Autowired
    TransferSteps steps;

    @Autowired
    Elsewhere elsewhere;

    @BeforeEach
    @AfterEach
    void theOtherSideBehaves() {
        elsewhere.behavesAnew();
    }

    @Test
    void whoIsNotOnRecordHereIsNamedInFullToTheOtherSideWhoseTableArrives() throws Exception {
        Map<String, Object> application = elsewhere.application();

        String in = steps.register(application).text("caseNumber");
        steps.accept(in, ACCEPTED);
        elsewhere.messagesPass();

        JsonNode asked =
                elsewhere.regions.received(elsewhere.conversationOf(in)).get(0);
        assertThat(asked.at("/payload/person/identityNumber").asText()).isEqualTo(application.get("identityNumber"));
        assertThat(asked.at("/payload/deadlineBasis").asText()).contains("9");
        assertThat(asked.at("/payload/decision").isNull()).isTrue();
        assertThat(steps.openTask(in).getTaskDefinitionKey()).isEqualTo(TransferModel.VERIFY_INFORMATION_TABLE);
        JsonNode table = steps.view("reviewlc", in).path("informationTable");
        assertThat(table.path("paidMonths").asInt()).isEqualTo(12);
        assertThat(table.path("schemeStart").asText()).isEqualTo("2001-01");
        assertThat(table.path("balance").decimalValue()).isEqualByComparingTo("1234.50");
        assertThat(table.path("rounds")).hasSize(1);
        assertThat(table.path("digest").asText()).hasSize(64);
    }

    @Test
    void anAnswerThatComesAfterTheDeadlineWasEscalatedIsWorkedOnAllTheSame() throws Exception {
        elsewhere.regions.behaves(Behaviour.LATE);
        String in = elsewhere.requested(30);

        elsewhere.timersRing(in);
        assertThat(elsewhere.stepsOf(in)).contains("overdue");

        elsewhere.regions.release();
        elsewhere.messagesPass();
        assertThat(steps.openTask(in).getTaskDefinitionKey()).isEqualTo(TransferModel.VERIFY_INFORMATION_TABLE);
    }

    @Test
    void anAnswerGivenTwiceIsKeptOnce() throws Exception {
        elsewhere.regions.behaves(Behaviour.TWICE);

        String in = elsewhere.requested(1);

        assertThat(elsewhere.regions.answered(elsewhere.conversationOf(in))).containsExactly(202, 200);
        assertThat(steps.view("reviewlc", in).at("/informationTable/rounds")).hasSize(1);
    }

    @Test
    void anAnswerGivenBeforeTheQuestionWasTakenIsHeard() throws Exception {
        elsewhere.regions.behaves(Behaviour.EARLY);

        String in = elsewhere.requested(1);

        assertThat(steps.openTask(in).getTaskDefinitionKey()).isEqualTo(TransferModel.VERIFY_INFORMATION_TABLE);
    }

    @Test
    void anAnswerThatNobodyAskedForYetIsHeldUntilTheCaseWaitsForIt() throws Exception {
        elsewhere.regions.behaves(Behaviour.NEVER);
        Map<String, Object> application = elsewhere.application();
        String in = steps.register(application).text("caseNumber");
        String conversation = elsewhere.conversationOf(in);

        elsewhere.regions.statesTable(
                RegionSimulator.QINGDAO, LIAOCHENG, conversation, (String) application.get("name"), (String)
                        application.get("identityNumber"));
        elsewhere.messagesPass();
        assertThat(elsewhere
                        .inInbox(LIAOCHENG, conversation, MessageState.EARLY)
                        .type())
                .isEqualTo(TransferMessages.INFORMATION_TABLE);

        steps.accept(in, ACCEPTED);
        elsewhere.messagesPass();
        assertThat(steps.openTask(in).getTaskDefinitionKey()).isEqualTo(TransferModel.VERIFY_INFORMATION_TABLE);
    }

    @Test
    void whereNoAnswerEverComesItIsEscalatedAndTheApplicantCanStillWithdrawOfWhichTheOtherSideHears() throws Exception {
        elsewhere.regions.behaves(Behaviour.NEVER);
        String in = elsewhere.requested(30);

        elsewhere.timersRing(in);
        assertThat(elsewhere.stepsOf(in)).contains("overdue");

        assertThat(steps.withdraw(in, "不转了").status()).isEqualTo(200);
        elsewhere.messagesPass();
        assertThat(steps.view("clerklc", in).path("state").asText()).isEqualTo("WITHDRAWN");
        assertThat(elsewhere.regions.received(elsewhere.conversationOf(in)))
                .extracting(message -> message.path("type").asText())
                .containsExactly(TransferMessages.REQUESTED, TransferMessages.CLOSED);
    }

    @ParameterizedTest
    @CsvSource({
        "WRONG_DIGEST, digest, 摘要与内容不符",
        "WRONG_PERSON, person, 不是本案的参保人",
        "WRONG_TOTALS, paidMonths, 月数与所列月份不符",
        "INVALID, months, months"
    })
    void anAnswerThatIsWrongIsRefusedForGoodWhichSupervisorsSeeAndTheCaseWaitsOn(
            Behaviour wrong, String field, String why) throws Exception {
        elsewhere.regions.behaves(wrong);

        String in = elsewhere.requested(1);

        assertThat(elsewhere
                        .inInbox(LIAOCHENG, elsewhere.conversationOf(in), MessageState.REFUSED)
                        .why())
                .contains(field, why)
                .doesNotContain("389900");
        assertThat(steps.openTask(in)).isNull();
        assertThat(steps.view("reviewlc", in).path("informationTable").isNull()).isTrue();
    }

    @Test
    void anAnswerInAConversationThatNobodyBeganIsRefusedForGood() throws Exception {
        elsewhere.regions.behaves(Behaviour.UNKNOWN_ORDER);

        String in = elsewhere.requested(1);

        assertThat(elsewhere.refused(LIAOCHENG).why()).contains("没有开始过这件转移");
        assertThat(steps.openTask(in)).isNull();
    }

    @Test
    void anAnswerOfAnotherAgencyThanTheOneThatWasAskedIsRefusedForGood() throws Exception {
        elsewhere.regions.behaves(Behaviour.NEVER);
        Map<String, Object> application = elsewhere.application();
        String in = steps.register(application).text("caseNumber");
        String conversation = elsewhere.conversationOf(in);

        elsewhere.regions.statesTable(
                RegionSimulator.BEIJING, LIAOCHENG, conversation, (String) application.get("name"), (String)
                        application.get("identityNumber"));
        elsewhere.messagesPass();

        assertThat(elsewhere
                        .inInbox(LIAOCHENG, conversation, MessageState.REFUSED)
                        .why())
                .contains("不是与 110000 之间的转移");
    }

    @Test
    void anAnswerUnderAForeignKeyIsTurnedAwayAtTheDoor() throws Exception {
        elsewhere.regions.behaves(Behaviour.WRONG_SIGNATURE);

        String in = elsewhere.requested(1);

        assertThat(elsewhere.regions.answered(elsewhere.conversationOf(in))).containsExactly(401);
        assertThat(steps.openTask(in)).isNull();
    }

    @Test
    void aRefusalByTheOtherSideEndsTheCaseWithItsReason() throws Exception {
        elsewhere.regions.behaves(Behaviour.REJECT);

        String in = elsewhere.requested(1);

        assertThat(steps.view("clerklc", in).path("state").asText()).isEqualTo("REFUSED");
        assertThat(steps.view("clerklc", in).path("outcome").asText()).contains("在本地欠费");
    }

    @Test
    void aPoolThatNobodySpeaksForIsRefusedInTheApplication() {
        Map<String, Object> application = elsewhere.application();
        application.put("fromRegion", "370100");

        assertThat(steps.register(application).violation("fromRegion")).contains("没有与其经办机构联网");
    }

    @Test
    void aNameThatIsNotTheOneOnRecordIsRefused() {
        Map<String, Object> application = elsewhere.application();
        assertThat(steps.register(application).status()).isEqualTo(201);
        application.put("name", "虚构·李别人");

        assertThat(steps.register(application).violation("name")).contains("姓名不符");
    }
}
