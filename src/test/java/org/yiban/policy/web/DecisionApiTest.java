package org.yiban.policy.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.YibanTest;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;

@YibanTest
class DecisionApiTest {

    private static final String PATH = "/api/decisions/";

    @Autowired
    private ApiClient api;

    @Test
    void aSystemGetsAnAnswerWithItsRuleAndProvision() {
        // when
        Answer answer = api.post(
                "clerklc",
                PATH + "transfer-deadline",
                Map.of("fromRegion", "370800", "toRegion", "371500", "acceptedOn", "2026-02-12"));

        // then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/results/dueOn")).isEqualTo("2026-03-03");
        assertThat(answer.at("/results/basis")).isEqualTo("SD2021-54 art.(九)[2]");
        assertThat(answer.text("ruleId")).isEqualTo("transferDeadline_370000_SD2021_54_withinProvince");
        assertThat(answer.text("ruleText")).contains("9个工作日");
        assertThat(answer.at("/sentences/0")).contains("最晚2026年3月3日办完");
        assertThat(answer.at("/reasons/steps/0/result")).isEqualTo("dueOn");
    }

    @Test
    void theProvisionsThatBindAPoolAreListedItsOwnFirstWithWhereEachStands() {
        // when
        Answer answer = api.get("clerklc", "/api/provisions?pool=371500");

        // then
        List<String> ids = answer.body().findValuesAsText("id");
        assertThat(ids.get(0)).startsWith("LC2022-18");
        assertThat(ids).contains("SD2021-54 art.(九)[2]", "NAT2021-43").noneMatch(id -> id.startsWith("JN2020-19"));
        assertThat(answer.body()
                        .get(ids.indexOf("SD2021-54 art.(九)[2]"))
                        .path("place")
                        .asText())
                .isEqualTo("（九）");
        assertThat(api.get("clerklc", "/api/provisions?pool=370000").status()).isEqualTo(400);
    }

    @Test
    void numbersAndTruthValuesMayBeWrittenAsJsonHasThem() {
        // when
        Answer answer = api.post("clerklc", PATH + "arrears", """
                {"region": "211200", "ground": "UNIT_INTERRUPTION", "accountType": "POOLED_WITH_ACCOUNT",
                 "paidOn": "2023-09-12", "unpaidMonths": 3, "base": 5000.10, "daysLate": null}""");

        // then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().at("/results/amount").decimalValue()).isEqualByComparingTo("1050.02");
    }

    @Test
    void everyFactThatIsMissingIsNamedAtOnce() {
        // when
        Answer answer = api.post(
                "clerklc",
                PATH + "arrears",
                Map.of("region", "211200", "ground", "UNIT_INTERRUPTION", "paidOn", "2023-09-12"));

        // then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/violations").findValuesAsText("field"))
                .containsExactlyInAnyOrder("accountType", "unpaidMonths", "base");
    }

    @Test
    void aValueOfAnotherKindIsNamedWithWhatIsAllowed() {
        // when
        Answer answer = api.post(
                "clerklc",
                PATH + "arrears",
                Map.of("region", 211200, "ground", List.of("UNIT_INTERRUPTION"), "paidOn", "2023-09-12"));

        // then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violation("region")).contains("六位行政区划代码");
        assertThat(answer.violation("ground")).contains("UNIT_INTERRUPTION");
    }

    @Test
    void aFactOrFamilyThatDoesNotExistIsNamedWithThoseThatDo() {
        assertThat(api.post("clerklc", PATH + "suspension", Map.of("colour", "red"))
                        .violation("colour"))
                .contains("lastPaidMonth");
        assertThat(api.post("clerklc", PATH + "unheard-of", Map.of()).violation("family"))
                .contains("suspension");
        assertThat(api.post("clerklc", PATH + "suspension", "[1]").status()).isEqualTo(400);
    }

    @Test
    void aFamilySaysWhatItAsksAndWhichDocumentsSpeak() {
        // when
        Answer answer = api.get("clerklc", PATH + "benefit-continuity?region=370829&on=2022-04-01");

        // then
        assertThat(answer.text("label")).isEqualTo("转移接续期间的待遇");
        assertThat(answer.body().at("/facts").findValuesAsText("name")).startsWith("region", "fromRegion");
        assertThat(answer.body().at("/speaking").findValuesAsText("instrument"))
                .startsWith("SD2021-54", "JN2020-19", "SD2020-47");
        assertThat(answer.at("/speaking/0/table")).isEqualTo("benefitContinuity_370000_SD2021_54");
        assertThat(answer.at("/speaking/0/version")).matches("[0-9a-f]{12}");
    }

    @Test
    void askingWhoSpeaksNeedsRegionAndDay() {
        assertThat(api.get("clerklc", PATH + "suspension?on=2022-04-01").violation("region"))
                .isNotNull();
        assertThat(api.get("clerklc", PATH + "suspension?region=220000").violation("on"))
                .isNotNull();
        assertThat(api.get("clerklc", PATH + "suspension?region=220000&on=2022-02-30")
                        .violation("on"))
                .isNotNull();
    }

    @Test
    void allFamiliesAreListed() {
        assertThat(api.get("clerklc", "/api/decisions").body().findValuesAsText("name"))
                .contains("transfer-deadline", "refund-amount")
                .isSorted();
    }

    @Test
    void whoIsNotLoggedInGetsNothing() {
        assertThat(api.post(null, PATH + "suspension", Map.of()).status()).isEqualTo(401);
    }

    @Test
    void stepByStepTheFactsThatAreStillNeededAreNamedWithoutARefusal() {
        // given
        Map<String, Object> facts = new HashMap<>(
                Map.of("region", "211200", "ground", "UNIT_INTERRUPTION", "paidOn", "2023-09-12", "base", "x"));

        // when
        Answer wrong = api.post("clerklc", PATH + "arrears/probe", facts);
        facts.remove("base");
        Answer open = api.post("clerklc", PATH + "arrears/probe", facts);
        facts.putAll(Map.of("accountType", "POOLED_WITH_ACCOUNT", "unpaidMonths", "3", "base", "5000"));
        Answer answered = api.post("clerklc", PATH + "arrears/probe", facts);

        // then
        assertThat(wrong.status()).isEqualTo(200);
        assertThat(wrong.body().at("/open/0/value").asText()).isEqualTo("x");
        assertThat(open.body().at("/answer").isNull()).isTrue();
        assertThat(open.body().at("/open").findValuesAsText("field"))
                .containsExactlyInAnyOrder("accountType", "unpaidMonths", "base");
        assertThat(answered.body().at("/answer/results/amount").decimalValue()).isEqualByComparingTo("1050.00");
    }
}
