package org.yiban.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.YibanTest;
import org.yiban.partners.RegionSimulator;
import org.yiban.person.FictitiousPerson;
import org.yiban.region.RegionCode;
import org.yiban.support.ApiClient.Answer;
import org.yiban.support.Applicants;
import org.yiban.support.Applicants.Applicant;

/** Applications that are taken at the other end, where that end is an agency elsewhere. */
@YibanTest
class ApplicationsElsewhereTest {

    @Autowired
    TransferSteps steps;

    @Autowired
    Elsewhere elsewhere;

    @Autowired
    Applicants applicants;

    @Autowired
    TransferRecords records;

    @Autowired
    ObjectMapper json;

    @BeforeEach
    @AfterEach
    void theOtherSideBehaves() {
        elsewhere.behavesAnew();
    }

    @Test
    void anApplicationTakenElsewhereBecomesOurCaseAndTheOtherSideLearnsItsNumber() throws Exception {
        // given
        String conversation = UUID.randomUUID().toString();

        // when
        elsewhere.regions.handsOver(
                RegionSimulator.QINGDAO, TransferSteps.LIAOCHENG, conversation, application(RegionSimulator.QINGDAO));
        elsewhere.messagesPass();

        // then
        Transfer opened = records.find(UUID.fromString(conversation), Side.IN).orElseThrow();
        String in = opened.caseNumber().value();
        assertThat(steps.view("clerklc", in).at("/applicant/registeredAt").asText())
                .contains("青岛");
        assertThat(elsewhere.regions.received(conversation)).singleElement().satisfies(answer -> assertThat(
                        answer.at("/payload/caseNumber").asText())
                .isEqualTo(in));
    }

    @Test
    void anApplicationOfSomebodyWhoIsOnRecordByAnotherNameIsAnswered() throws Exception {
        // given
        String conversation = UUID.randomUUID().toString();
        ObjectNode application = application(RegionSimulator.QINGDAO);
        application
                .withObject("/person")
                .put(
                        "identityNumber",
                        applicants
                                .employedIn(new RegionCode(TransferSteps.JINING))
                                .identityNumber());

        // when
        elsewhere.regions.handsOver(RegionSimulator.QINGDAO, TransferSteps.LIAOCHENG, conversation, application);
        elsewhere.messagesPass();

        // then
        assertThat(elsewhere.regions.received(conversation)).singleElement().satisfies(answer -> assertThat(
                        answer.at("/payload/refusalReason").asText())
                .contains("姓名与登记不符"));
    }

    @Test
    void anApplicationForAnotherPoolThanItsSendersIsTurnedAwayForGood() throws Exception {
        // given
        String conversation = UUID.randomUUID().toString();

        // when
        elsewhere.regions.handsOver(
                RegionSimulator.QINGDAO, TransferSteps.LIAOCHENG, conversation, application(TransferSteps.JINING));
        elsewhere.messagesPass();

        // then
        assertThat(records.find(UUID.fromString(conversation), Side.IN)).isEmpty();
        assertThat(elsewhere.refused(TransferSteps.LIAOCHENG).conversationId()).hasToString(conversation);
    }

    @Test
    void anApplicationThatOurCounterTakesLeavesForTheAgencyElsewhere() throws Exception {
        // given
        Applicant person = applicants.employedIn(new RegionCode(TransferSteps.JINING));
        Map<String, Object> application = TransferSteps.application(person);
        application.put("toRegion", RegionSimulator.QINGDAO);

        // when
        Answer sent = steps.register("clerkjn", application, TransferSteps.newKey());
        elsewhere.messagesPass();

        // then
        assertThat(sent.status()).as("%s", sent).isEqualTo(202);
        JsonNode received =
                elsewhere.regions.received(sent.text("conversationId")).get(0);
        assertThat(received.path("type").asText()).isEqualTo("transfer.applied");
        assertThat(received.at("/payload/person/identityNumber").asText()).isEqualTo(person.identityNumber());
    }

    private ObjectNode application(String fromRegion) {
        ObjectNode application = json.createObjectNode()
                .put("identity", "EMPLOYER")
                .put("fromRegion", fromRegion)
                .put("toRegion", TransferSteps.LIAOCHENG)
                .put("appliedOn", "2026-02-12")
                .put("applicant", "SELF");
        application
                .putObject("person")
                .put("name", "虚构·王异地")
                .put("identityNumber", FictitiousPerson.man().value());
        return application;
    }
}
