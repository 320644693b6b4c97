package org.yiban.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiban.transfer.TransferSteps.done;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.YibanTest;
import org.yiban.partners.Behaviour;
import org.yiban.region.RegionCode;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;
import org.yiban.support.Applicants;

/** An agency elsewhere that sends no message sends its information table on paper. */
@YibanTest
class PaperTableTest {

    private static final byte[] SCAN = "%PDF-1.7 虚构的扫描件".getBytes(StandardCharsets.UTF_8);

    @Autowired
    TransferSteps steps;

    @Autowired
    Elsewhere elsewhere;

    @Autowired
    Applicants applicants;

    @Autowired
    ApiClient api;

    @BeforeEach
    void theOtherSideIsSilent() {
        elsewhere.regions.behaves(Behaviour.NEVER);
    }

    @AfterEach
    void theOtherSideBehaves() {
        elsewhere.behavesAnew();
    }

    @Test
    void aTableOnPaperIsTypedInWithItsScanAndVerifiedBySomebodyElseSoThatTheCaseGoesOn() throws Exception {
        // given
        String in = elsewhere.requested(1);
        assertThat(steps.view("reviewlc", in).path("paperTakable").asBoolean()).isTrue();
        assertThat(type("reviewlc", in, paper()).text("detail")).contains("扫描件");
        attach(in);

        // when
        done(type("reviewlc", in, paper()));

        // then
        JsonNode table = steps.view("approvelc", in).path("informationTable");
        assertThat(table.path("paidMonths").asInt()).isEqualTo(24);
        assertThat(table.path("deemedMonths").asInt()).isEqualTo(3);
        assertThat(table.path("paperReference").asText()).isEqualTo("青医保转〔2026〕8号");
        assertThat(table.path("recordedByName").asText()).contains("审核");
        assertThat(table.at("/months/0/paidInName").asText()).contains("青岛");
        assertThat(steps.verify(in, Map.of("decision", "CONFIRM")).status()).isEqualTo(403);
        assertThat(type("clerklc", in, paper()).status()).isEqualTo(409);
    }

    @Test
    void whatAClerkTypedInIsVerifiedApprovedAndItsMonthsCount() throws Exception {
        // given
        String in = elsewhere.requested(1);
        attach(in);
        done(type("clerklc", in, paper()));

        // when
        steps.confirmTable(in);
        done(steps.approve(in));

        // then
        JsonNode view = steps.view("clerklc", in);
        assertThat(view.path("state").asText()).isEqualTo("COMPLETED");
        assertThat(view.at("/informationTable/joined/counted").asInt()).isEqualTo(27);
    }

    @Test
    void aCorrectionMayComeOnPaperWithoutMonths() throws Exception {
        // given
        Map<String, Object> application = elsewhere.application();
        String in = requested(application);
        Map<String, Object> without = paper();
        without.put("months", List.of());
        assertThat(type("clerklc", in, without).violation("months")).contains("更正");
        done(type("clerklc", in, paper()));
        steps.confirmTable(in);
        done(steps.approve(in));

        // when
        application.put("correctsCase", in);
        String correction = requested(application);
        without.put("balance", "88.00");
        done(type("clerklc", correction, without));
        done(steps.verify(correction, TransferSteps.CONFIRM));
        done(steps.approve(correction));

        // then
        JsonNode view = steps.view("clerklc", correction);
        assertThat(view.path("state").asText()).isEqualTo("COMPLETED");
        assertThat(view.at("/informationTable/balance").decimalValue()).isEqualByComparingTo("88.00");
        assertThat(steps.openTask(correction + "/balance").getName()).isEqualTo("登记到账的个人账户余额");
    }

    private String requested(Map<String, Object> application) throws Exception {
        String in = steps.register(application).text("caseNumber");
        done(steps.accept(in, TransferSteps.ACCEPTED));
        elsewhere.messagesPass();
        attach(in);
        return in;
    }

    @Test
    void aPaperThatIsNotClearIsTypedInAgainOnceTheOtherSideHasSentAnother() throws Exception {
        // given
        String in = elsewhere.requested(1);
        attach(in);
        done(type("clerklc", in, paper()));
        done(steps.verify(in, Map.of("decision", "QUESTION", "questions", "2024年的基数看不清")));
        Map<String, Object> second = paper();
        second.put("reference", "青医保转〔2026〕9号");
        assertThat(type("clerklc", in, second).text("detail")).contains("重新出具");
        attach(in);
        assertThat(steps.view("clerklc", in).path("paperTakable").asBoolean()).isTrue();

        // when
        done(type("clerklc", in, second));

        // then
        assertThat(steps.view("clerklc", in)
                        .at("/informationTable/paperReference")
                        .asText())
                .contains("9号");
        assertThat(steps.openTask(in).getTaskDefinitionKey()).isEqualTo(TransferModel.VERIFY_INFORMATION_TABLE);
    }

    @Test
    void aQuestionAboutAPaperIsALetterToTheOtherAgencyAndStaysWithThePaper() throws Exception {
        // given
        String in = elsewhere.requested(1);
        attach(in);
        done(type("clerklc", in, paper()));

        // when
        done(steps.verify(in, Map.of("decision", "QUESTION", "questions", "2024年的基数看不清")));

        // then
        JsonNode view = steps.view("clerklc", in);
        JsonNode round = view.at("/informationTable/rounds/0");
        assertThat(round.path("paperReference").asText()).isEqualTo("青医保转〔2026〕8号");
        assertThat(round.path("questions").asText()).isEqualTo("2024年的基数看不清");
        assertThat(TransferSteps.kinds(view)).contains("tableQuestioned");
        assertThat(view.path("notices").findValuesAsText("body"))
                .anyMatch(body -> body.contains("青岛市") && body.contains("2024年的基数看不清"));
    }

    @Test
    void everythingThatIsWrongWithATypedTableIsNamedAtOnceAndNothingIsKept() throws Exception {
        // given
        String in = elsewhere.requested(1);
        attach(in);
        Map<String, Object> wrong = new LinkedHashMap<>();
        wrong.put("issuedOn", "2099-01-01");
        wrong.put("balance", "-1");
        wrong.put(
                "months",
                List.of(
                        period("2024-01", "2024-06", "PAID", "3500.00"),
                        period("2024-06", "2024-07", "PAID", "3500.001"),
                        Map.of("from", "2023-05", "to", "2023-01", "paidIn", "999999")));

        // when
        Answer answer = type("clerklc", in, wrong);

        // then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("violations").findValuesAsText("field"))
                .contains(
                        "reference",
                        "issuedOn",
                        "balance",
                        "months[1].base",
                        "months[1].from",
                        "months[2].paidIn",
                        "months[2].kind",
                        "months[2].from");
        assertThat(steps.view("clerklc", in).path("informationTable").isNull()).isTrue();
    }

    @Test
    void aPoolThatIsServedHereSendsItsTableByItself() {
        String in = steps.registered(applicants.employedIn(new RegionCode(TransferSteps.JINING)));
        steps.accept(in, LocalDate.of(2026, 2, 12));

        assertThat(type("clerklc", in, paper()).text("detail")).contains("转出地在本系统办理");
    }

    private void attach(String caseNumber) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("material", RecordingPaperTables.MATERIAL);
        parts.put("file:信息表.pdf", SCAN);
        done(api.postForm("clerklc", "/api/transfers/" + caseNumber + "/attachments", parts));
    }

    private Answer type(String user, String caseNumber, Map<String, ?> paper) {
        return steps.act(user, caseNumber, "paper-table", paper);
    }

    private static Map<String, Object> paper() {
        Map<String, Object> paper = new LinkedHashMap<>();
        paper.put("reference", "青医保转〔2026〕8号");
        paper.put("issuedOn", "2026-02-20");
        paper.put("schemeStart", "2001-01");
        paper.put("balance", "865.20");
        paper.put(
                "months",
                List.of(
                        period("2024-01", "2025-12", "PAID", "4200.00"),
                        Map.of("from", "2023-10", "to", "2023-12", "kind", "DEEMED")));
        return paper;
    }

    private static Map<String, String> period(String from, String to, String kind, String base) {
        return Map.of("from", from, "to", to, "kind", kind, "base", base);
    }
}
