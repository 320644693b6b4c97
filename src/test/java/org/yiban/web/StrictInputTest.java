package org.yiban.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.YibanTest;
import org.yiban.person.ContributionMonth;
import org.yiban.person.MonthKind;
import org.yiban.person.Scheme;
import org.yiban.region.RegionCode;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;

@YibanTest
class StrictInputTest {

    @Autowired
    ApiClient api;

    @Autowired
    ObjectMapper json;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20480",
                "20480.5",
                "true",
                "'2026-02-11T23:00:00Z'",
                "'2026-02-11T23:00:00'",
                "'2026-2-11'",
                "' 2026-02-11'",
                "'2026-02-30'",
                "'+12026-02-11'",
                "'20480'"
            })
    void aDayIsWrittenInOneWayOnly(String day) {
        // when
        Answer answer = register("{\"appliedOn\":" + day.replace('\'', '"') + "}");

        // then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violation("appliedOn")).contains("yyyy-MM-dd");
        assertThat(answer.body().at("/violations/0/value").asText()).isEqualTo(day.replace("'", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[2026,2,11]", "{\"year\":2026}"})
    void aDayIsNoListAndNoObject(String day) {
        // when
        Answer answer = register("{\"appliedOn\":" + day + "}");

        // then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violation("appliedOn")).contains("yyyy-MM-dd");
    }

    @ParameterizedTest
    @CsvSource({"9.7, 整数", "9.0, 整数", "\"9\", 整数", "true, 整数"})
    void aNumberOfDaysIsNeitherRoundedNorReadFromText(String days, String allowed) {
        // when
        Answer answer = api.post("superlc", "/api/sla/cases/x/extensions", "{\"workingDays\":" + days + "}");

        // then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violation("workingDays")).contains(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "\"0\"", "\"accept\""})
    void aDecisionIsOneOfItsNames(String decision) {
        // when
        Answer answer = api.post("reviewlc", "/api/transfers/tasks/x/acceptance", "{\"decision\":" + decision + "}");

        // then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violation("decision")).contains("ACCEPT / SUPPLEMENT / REFUSE");
        assertThat(answer.body().at("/violations/0/value").asText()).isEqualTo(decision.replace("\"", ""));
    }

    @Test
    void aNumberIsNoTextAndIsNotRepeated() {
        // when
        Answer answer = register("{\"identityNumber\":110101199003070000}");

        // then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violation("identityNumber")).contains("文字");
        assertThat(answer.body().toString()).doesNotContain("1990");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\u0007", "\\u001b", "\\u007f", "\\u0085", "\\ud800"})
    void aTextWithAControlCharacterIsRefused(String character) {
        // when
        Answer answer = register("{\"name\":\"虚构" + character + "\"}");

        // then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violation("name")).contains("不能含有控制字符");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/backpays, services",
        "/api/arrears, people",
        "/api/transfers/x/paper-table, months",
        "/api/backpays/tasks/x/years, corrections",
        "/api/backpays/tasks/x/years, services"
    })
    void anEntryOfAListIsNotLeftOut(String path, String list) {
        // when
        Answer answer = api.post("clerkcc", path, "{\"" + list + "\":[null]}", "Idempotency-Key", "k");

        // then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/violations/0/field").asText()).startsWith(list);
    }

    @Test
    void aNumberHasNoMoreDigitsThanAnyAmount() {
        // when
        Answer answer =
                api.post("clerkcc", "/api/backpays", "{\"pensionLastMonth\":1e999999999}", "Idempotency-Key", "k");

        // then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violation("pensionLastMonth")).contains("数字");
    }

    @Test
    void aTextKeepsItsLinesAndAllOfUnicode() throws JsonProcessingException {
        assertThat(json.readValue("\"一\\r\\n\\t𠮷\"", String.class)).isEqualTo("一\r\n\t𠮷");
    }

    @Test
    void aDayLeftEmptyIsNoDay() throws JsonProcessingException {
        assertThat(json.readValue("\"\"", LocalDate.class)).isNull();
    }

    @Test
    void whatTheApplicationWritesItReads() throws JsonProcessingException {
        // given
        ContributionMonth month = new ContributionMonth(
                1,
                new RegionCode("371500"),
                Scheme.EMPLOYEE,
                YearMonth.of(2026, 2),
                MonthKind.PAID,
                new RegionCode("370800"),
                new BigDecimal("4000.50"),
                LocalDate.of(2026, 2, 12));

        // when
        ContributionMonth read = json.readValue(json.writeValueAsString(month), ContributionMonth.class);

        // then
        assertThat(read).isEqualTo(month);
    }

    private Answer register(String application) {
        return api.post(
                "clerklc",
                "/api/transfers",
                application,
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }
}
