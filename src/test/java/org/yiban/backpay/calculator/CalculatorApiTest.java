package org.yiban.backpay.calculator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiban.YibanTest;
import org.yiban.audit.AuditAction;
import org.yiban.audit.AuditTrail;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;

@YibanTest
class CalculatorApiTest {

    private static final String PATH = "/api/backpays/calculation";

    @Autowired
    ApiClient api;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AuditTrail audit;

    @Test
    void theManOfLiaochengIsShortOfOneMonthByOneWayOfCountingAndOf61ByTheOther() {
        // given
        Map<String, Object> facts = facts("MALE", "2025-12-15", 264, 35);
        facts.put("quotedOn", "2025-12-20");
        facts.put("centrallyAssigned", false);

        // when
        Answer answer = calculate(facts, "371500");

        // then
        JsonNode pool = answer.body().at("/pools/0");
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        assertThat(pool.at("/open")).as("%s", pool).isEmpty();
        assertThat(pool.at("/tests/0/option").asText()).isEqualTo("CONTINUOUS_SINCE_2004");
        assertThat(pool.at("/tests/0/shortfall").asInt()).isEqualTo(1);
        assertThat(pool.at("/tests/1/shortfall").asInt()).isEqualTo(61);
        assertThat(pool.at("/tests/0/provisions/0/id").asText()).startsWith("LC");
        assertThat(pool.at("/options/0/amount").isNull()).isTrue();
        assertThat(pool.at("/options/0/priceNamedBy").asText()).isNotBlank();
    }

    @Test
    void whatAnAnswerDependsOnIsAskedForPoolByPool() {
        // given: Changchun asks how the price is to be counted, Liaocheng does not
        Map<String, Object> facts = facts("FEMALE", "2026-11-10", 170, 0);

        // when
        Answer answer = calculate(facts, "220100");

        // then
        JsonNode open = answer.body().at("/pools/0/open");
        assertThat(answer.body().at("/pools/0/tests")).isEmpty();
        assertThat(open.findValuesAsText("name")).contains("identity");
        assertThat(open.get(0).get("label").asText()).isNotBlank();
    }

    @Test
    void aFlexibleWorkerOfChangchunSeesPriceCourseAndThatTheFiguresAreMadeUp() {
        // given: 10 of 180 months missing in the province
        Map<String, Object> facts = flexible();

        // when
        Answer answer = calculate(facts, "220100");

        // then: 7200.00 × 6% × 10
        JsonNode pool = answer.body().at("/pools/0");
        assertThat(pool.at("/open")).as("%s", pool).isEmpty();
        assertThat(pool.at("/options/0/kind").asText()).isEqualTo("LUMP_SUM");
        assertThat(pool.at("/options/0/amount").decimalValue()).isEqualByComparingTo("4320.00");
        assertThat(pool.at("/options/0/course/0/month").asText()).isEqualTo("2026-11");
        assertThat(pool.at("/figures").toString()).contains("演示用，不是公布的数");
    }

    @Test
    void aRateOfAnotherPoolIsCountedWithAndRemarkedOn() {
        Map<String, Object> facts = flexible();
        facts.put("localRate", 0.07);

        JsonNode pool = calculate(facts, "220100").body().at("/pools/0");

        assertThat(pool.at("/options/0/amount").decimalValue()).isEqualByComparingTo("5040.00");
        assertThat(pool.at("/remarks/0").asText()).contains("所填的当地缴费比例 0.07 与参考数据不同：0.0600");
    }

    @Test
    void theMonthsOfSomebodyOnRecordAreReadForThePeopleOfTheirPoolAlone() {
        // given: 虚构·尹长顺 of Liaocheng, by the record 264 months since 2004-01 and 35 deemed
        Map<String, Object> facts = new HashMap<>();
        facts.put("retirementAgeOn", "2025-12-15");
        facts.put("quotedOn", "2025-12-20");
        facts.put("centrallyAssigned", false);
        Map<String, Object> request =
                Map.of("pools", List.of("371500"), "identityNumber", "389900196509158012", "facts", facts);

        // when
        Answer own = api.post("clerklc", PATH, request);
        Answer elsewhere = api.post("clerkcc", PATH, request);

        // then
        assertThat(own.at("/person/identityNumber")).contains("*").endsWith("8012");
        assertThat(own.body().at("/pools/0/facts").toString())
                .contains("264 个月", "35 个月", "缴费记录", "5200", "2025-12 的缴费基数");
        assertThat(own.at("/pools/0/tests/0/shortfall")).as("%s", own.body()).isEqualTo("1");
        assertThat(elsewhere.status()).isEqualTo(404);
        assertThat(audit.ofPerson(own.body().at("/person/id").asLong())).first().satisfies(read -> {
            assertThat(read.action()).isEqualTo(AuditAction.RECORD_READ);
            assertThat(read.actor().id()).isEqualTo("clerklc");
            assertThat(read.reason()).isEqualTo("退休测算取缴费登记");
        });
    }

    @Test
    void whoIsTooYoungOrTooOldOrWorkedLongerThanThatLifeIsRefusedByName() {
        Map<String, Object> facts = facts("MALE", "2025-12-15", 264, 35);
        Map<String, Object> request = new HashMap<>(Map.of("pools", List.of("371500"), "facts", facts));

        request.put("bornOn", "1985-12-15");
        Answer young = api.post("clerklc", PATH, request);
        request.put("bornOn", "1975-12-15");
        request.put("retirementKind", "EARLY");
        Answer noKind = api.post("clerklc", PATH, request);
        request.put("retirementKind", "SPECIAL_WORK");
        Answer earlier = api.post("clerklc", PATH, request);
        facts.put("actualMonths", 600);
        Answer tooMany = api.post("clerklc", PATH, request);
        Answer known = api.post(
                "clerklc",
                PATH,
                Map.of(
                        "pools",
                        List.of("371500"),
                        "identityNumber",
                        "389900196509158012",
                        "bornOn",
                        "1965-09-16",
                        "facts",
                        Map.of("retirementAgeOn", "2010-12-15")));

        assertThat(young.status()).isEqualTo(400);
        assertThat(young.violation("retirementAgeOn")).contains("40 周岁", "本机构受理正常退休");
        assertThat(noKind.violation("retirementKind")).contains("SPECIAL_WORK");
        assertThat(earlier.violation("retirementAgeOn")).contains("50 周岁");
        assertThat(tooMany.violation("actualMonths"))
                .contains("共 635 个月，超过了从可以开始工作（19")
                .contains("月，由本机构设置）");
        assertThat(known.violation("bornOn")).contains("1965-09-15");
        assertThat(known.violation("retirementAgeOn")).contains("周岁");
    }

    @Test
    void nothingIsStored() {
        long before = rows();

        calculate(facts("MALE", "2025-12-15", 264, 35), "371500");

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void whatCannotBeIsRefusedByName() {
        Map<String, Object> facts = facts("MALE", "2025-12-15", 264, 35);
        facts.put("shortfallMonths", 3);

        assertThat(calculate(facts, "371500").violation("shortfallMonths")).contains("由年限算出");
        assertThat(calculate(facts("MALE", "2025-12-15", 264, 35)).violation("pools"))
                .contains("请选择 1 到 6 个统筹区");
        assertThat(calculate(facts("MALE", "2025-12-15", 264, 35), "370000").violation("pools"))
                .contains("不是一个统筹区");
        assertThat(calculate(facts("MALE", "2025-02-30", 264, 35), "371500")
                        .body()
                        .at("/pools/0/wrong/0/field")
                        .asText())
                .isEqualTo("retirementAgeOn");
    }

    @Test
    void daysAndNumbersBeyondAllMeasureAreRefusedByName() {
        Map<String, Object> far = facts("MALE", "2025-12-15", 264, 35);
        far.put("quotedOn", "+999999999-12-31");
        Map<String, Object> huge = facts("MALE", "2025-12-15", 264, 35);
        huge.put("lastBase", new BigDecimal("1E+999999999"));

        Answer late =
                api.post("clerklc", PATH, Map.of("pools", List.of("371500"), "bornOn", "1965-12-15", "facts", far));

        assertThat(late.violation("quotedOn")).contains("日历上的日期");
        assertThat(calculate(huge, "371500").violation("lastBase")).isNotBlank();
    }

    private Answer calculate(Map<String, Object> facts, String... pools) {
        return api.post("clerklc", PATH, Map.of("pools", List.of(pools), "facts", facts));
    }

    private long rows() {
        return jdbc.sql("select (select count(*) from yiban.case_file) + (select count(*) from yiban.decision_record)"
                        + " + (select count(*) from yiban.audit_event)")
                .query(Long.class)
                .single();
    }

    /** A woman who is short of 10 months of 180 in the province. */
    private static Map<String, Object> flexible() {
        Map<String, Object> facts = facts("FEMALE", "2026-11-10", 170, 200);
        facts.put("identity", "FLEXIBLE");
        facts.put("accountType", "POOLED_ONLY");
        facts.put("pensionStarted", false);
        facts.put("quotedOn", "2026-11-20");
        return facts;
    }

    private static Map<String, Object> facts(String sex, String retirementAgeOn, int actual, int deemed) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("sex", sex);
        facts.put("retirementAgeOn", retirementAgeOn);
        facts.put("actualMonths", actual);
        facts.put("actualMonthsInProvince", actual);
        facts.put("actualMonthsInPool", actual);
        facts.put("deemedMonths", deemed);
        facts.put("movedFrom", "NONE");
        return facts;
    }
}
