package org.yiban.enquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiban.YibanTest;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;

@YibanTest
class EnquiryApiTest {

    private static final String PATH = "/api/enquiries";
    private static final Map<String, Object> DEADLINE =
            Map.of("fromRegion", "370800", "toRegion", "371500", "acceptedOn", "2026-02-12");

    @Autowired
    private ApiClient api;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private HistoryService history;

    @Test
    void anEnquiryIsAnsweredAndKeptWithItsReasonsButOpensNoCase() {
        // given
        int casesBefore = count("yiban.case_file");

        // when
        Answer asked = ask("clerklc", key(), "transfer-deadline", DEADLINE, "电话咨询");
        Answer found = api.get("reviewlc", PATH + "/" + asked.text("number"));

        // then
        assertThat(asked.status()).isEqualTo(201);
        assertThat(asked.text("number")).matches("ZX371500-\\d{4}-\\d{6}");
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.at("/explanation/results/dueOn")).isEqualTo("2026-03-03");
        assertThat(found.at("/words/conclusion")).contains("2026年3月3日");
        assertThat(found.text("note")).isEqualTo("电话咨询");
        assertThat(found.text("askedByName")).contains("登记员");
        assertThat(count("yiban.case_file")).isEqualTo(casesBefore);
        assertThat(instance(asked.text("number")).getEndTime()).isNotNull();
        assertThat(instance(asked.text("number")).getTenantId()).isEqualTo("371500");
    }

    @Test
    void theRulesOfAnyRegionMayBeAsked() {
        // when
        Answer asked = ask(
                "clerklc",
                key(),
                "arrears",
                Map.of(
                        "region", "211200",
                        "ground", "UNIT_INTERRUPTION",
                        "accountType", "POOLED_WITH_ACCOUNT",
                        "paidOn", "2023-09-12",
                        "unpaidMonths", 3,
                        "base", 5000),
                null);

        // then
        assertThat(asked.status()).isEqualTo(201);
        assertThat(asked.body().at("/explanation/results/amount").decimalValue())
                .isEqualByComparingTo("1050.00");
    }

    @Test
    void factsThatAreMissingOrWrongAreNamedAndNothingIsKept() {
        // given
        int before = count("yiban.enquiry");

        // when
        Answer missing =
                ask("clerklc", key(), "transfer-deadline", Map.of("fromRegion", "370800", "toRegion", "371500"), null);
        Answer wrong = ask(
                "clerklc",
                key(),
                "transfer-deadline",
                Map.of("fromRegion", "370800", "toRegion", "371500", "acceptedOn", "2026-02-30"),
                null);
        Answer nothing = api.post("clerklc", PATH, "{}", "Idempotency-Key", key());

        // then
        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.violation("acceptedOn")).contains("缺少");
        assertThat(wrong.violation("acceptedOn")).contains("没有这一天");
        assertThat(nothing.violation("family")).contains("没有这一类决策");
        assertThat(count("yiban.enquiry")).isEqualTo(before);
    }

    @Test
    void theSameEnquirySentTwiceIsOneRecord() {
        // given
        String key = key();

        // when
        Answer first = ask("clerklc", key, "transfer-deadline", DEADLINE, null);
        Answer second = ask("clerklc", key, "transfer-deadline", DEADLINE, null);
        Answer other = ask("clerklc", key, "transfer-deadline", DEADLINE, "另一项");

        // then
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text("number")).isEqualTo(first.text("number"));
        assertThat(other.status()).isEqualTo(409);
    }

    @Test
    void anotherPoolsEnquiryDoesNotExistForAClerk() {
        // given
        String number =
                ask("clerklc", key(), "transfer-deadline", DEADLINE, null).text("number");

        // when
        Answer found = api.get("clerkjn", PATH + "/" + number);
        Answer list = api.get("clerkjn", PATH);

        // then
        assertThat(found.status()).isEqualTo(404);
        assertThat(list.body().findValuesAsText("number")).doesNotContain(number);
        assertThat(api.get("clerklc", PATH).body().findValuesAsText("number")).contains(number);
    }

    @Test
    void theListGoesOnBehindTheLastNumberShown() {
        // given
        ask("clerklc", key(), "transfer-deadline", DEADLINE, null);
        ask("clerklc", key(), "transfer-deadline", DEADLINE, null);

        // when
        String newest = api.get("clerklc", PATH + "?limit=1").at("/0/number");
        String next = api.get("clerklc", PATH + "?limit=1&after=" + newest).at("/0/number");

        // then
        assertThat(next).isNotEmpty().isLessThan(newest);
        assertThat(api.get("clerklc", PATH + "?limit=0").violation("limit")).contains("1 到 100");
    }

    @Test
    void whoHoldsNoPostRecordsNoEnquiry() {
        // when
        Answer analyst = ask("analystlc", key(), "transfer-deadline", DEADLINE, null);
        Answer elsewhere = api.post(
                "clerklc",
                PATH,
                Map.of("family", "transfer-deadline", "facts", DEADLINE, "pool", "370800"),
                "Idempotency-Key",
                key());

        // then
        assertThat(analyst.status()).isEqualTo(403);
        assertThat(elsewhere.violation("pool")).contains("371500");
    }

    private Answer ask(String user, String key, String family, Map<String, Object> facts, String note) {
        Map<String, Object> question = new HashMap<>();
        question.put("family", family);
        question.put("facts", facts);
        question.put("note", note);
        return api.post(user, PATH, question, "Idempotency-Key", key);
    }

    private HistoricProcessInstance instance(String number) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .singleResult();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
