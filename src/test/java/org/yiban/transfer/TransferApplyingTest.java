package org.yiban.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiban.transfer.TransferSteps.ACCEPTED;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.YibanTest;
import org.yiban.region.RegionCode;
import org.yiban.support.ApiClient.Answer;
import org.yiban.support.Applicants;
import org.yiban.support.Applicants.Applicant;

/** Who applies for a transfer, where, and with which materials. */
@YibanTest
class TransferApplyingTest {

    private static final RegionCode LIAOCHENG = new RegionCode(TransferSteps.LIAOCHENG);
    private static final RegionCode JINING = new RegionCode(TransferSteps.JINING);

    @Autowired
    TransferSteps steps;

    @Autowired
    Applicants applicants;

    @Test
    void anApplicationIsNotAcceptedUntilAllRequiredMaterialsWereSeen() {
        // given
        String in = steps.registered(applicants.employedIn(JINING));

        // when
        Answer nothing = steps.decide(
                "reviewlc", in, "acceptance", Map.of("decision", "ACCEPT", "acceptedOn", ACCEPTED.toString()));
        Answer other = steps.decide(
                "reviewlc",
                in,
                "acceptance",
                Map.of(
                        "decision",
                        "ACCEPT",
                        "acceptedOn",
                        ACCEPTED.toString(),
                        "materials",
                        List.of("IDENTITY_DOCUMENT", "HOROSCOPE")));

        // then
        assertThat(nothing.violation("materials")).contains("有效身份证件");
        assertThat(other.violation("materials")).contains("没有这种材料");
    }

    @Test
    void anEmployerIsNamedAndNobodyStatesWhatBelongsToAnotherKindOfApplicant() {
        // given
        Map<String, Object> application = TransferSteps.application(applicants.employedIn(JINING));
        application.put("applicant", "EMPLOYER");
        application.put("agentName", "虚构·代理人");

        // when
        Answer wrong = steps.register(application);
        application.remove("agentName");
        application.put("employerName", "虚构·聊城某公司");
        Answer registered = steps.register(application);

        // then
        assertThat(wrong.body().path("violations").findValuesAsText("field"))
                .containsExactlyInAnyOrder("agentName", "employerName");
        assertThat(registered.at("/applicant/employerName")).isEqualTo("虚构·聊城某公司");
        assertThat(registered.body().path("materials").findValuesAsText("code")).contains("EMPLOYER_LETTER");
    }

    @Test
    void anAgentIsNamedTheirAuthoritySeenAndTheirNumberMasked() {
        // given
        Applicant agent = applicants.employedIn(LIAOCHENG);
        Map<String, Object> application = TransferSteps.application(applicants.employedIn(JINING));
        application.put("applicant", "AGENT");

        // when
        Answer missing = steps.register(application);
        application.put("agentName", "虚构·代理人");
        application.put("agentIdentityNumber", agent.identityNumber());
        application.put("authoritySeen", true);
        Answer registered = steps.register(application);

        // then
        assertThat(missing.body().path("violations").findValuesAsText("field"))
                .containsExactlyInAnyOrder("agentName", "agentIdentityNumber", "authoritySeen");
        assertThat(registered.at("/applicant/roleTitle")).isEqualTo("代理人");
        assertThat(registered.body().toString()).doesNotContain(agent.identityNumber());
        assertThat(registered.body().path("materials").findValuesAsText("code"))
                .contains("AGENT_IDENTITY", "AUTHORITY");
    }

    @Test
    void theTransferOutSideTakesAnApplicationWhichBecomesTheOtherSidesCase() {
        // given
        Applicant applicant = applicants.employedIn(JINING);
        String key = TransferSteps.newKey();

        // when
        Answer sent = steps.register("clerkjn", TransferSteps.application(applicant), key);
        Answer again = steps.register("clerkjn", TransferSteps.application(applicant), key);

        // then
        assertThat(sent.status()).isEqualTo(202);
        assertThat(again.at("/conversationId")).isEqualTo(sent.at("/conversationId"));
        assertThat(sent.body().toString()).doesNotContain(applicant.identityNumber());
        assertThat(handedOver(sent).path("state").asText()).isEqualTo("SENT");
        assertThat(steps.view("clerkcc", "handed-over").toString()).doesNotContain(sent.text("conversationId"));

        // when
        steps.messagesArrive();

        // then
        JsonNode answered = handedOver(sent);
        assertThat(answered.path("state").asText()).isEqualTo("REGISTERED");
        String in = answered.path("caseNumber").asText();
        assertThat(steps.openTask(in).getTaskDefinitionKey()).isEqualTo(TransferModel.ACCEPT_APPLICATION);
        assertThat(steps.view("clerklc", in).at("/applicant/registeredAt").asText())
                .contains("济宁");
        assertThat(steps.accept(in, ACCEPTED).status()).isEqualTo(200);
    }

    @Test
    void anApplicationToBeSentOnNeedsAKeyToo() {
        Answer sent = steps.register("clerkjn", TransferSteps.application(applicants.employedIn(JINING)), "x");

        assertThat(sent.status()).isEqualTo(400);
        assertThat(sent.violation("Idempotency-Key")).contains("8 到 100");
    }

    @Test
    void anApplicationThatTheOtherSideCannotRegisterComesBackWithTheReason() {
        // given
        Applicant applicant = applicants.employedIn(JINING);
        steps.registered(applicant);

        // when
        Answer sent = steps.register("clerkjn", TransferSteps.application(applicant), TransferSteps.newKey());
        steps.messagesArrive();

        // then
        assertThat(handedOver(sent).path("refusalReason").asText()).contains("办理中的转移");
    }

    private JsonNode handedOver(Answer sent) {
        for (JsonNode one : steps.view("clerkjn", "handed-over")) {
            if (one.path("conversationId").asText().equals(sent.text("conversationId"))) {
                return one;
            }
        }
        throw new AssertionError("not listed: " + sent);
    }
}
