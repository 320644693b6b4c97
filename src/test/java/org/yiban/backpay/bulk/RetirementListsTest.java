package org.yiban.backpay.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiban.YibanTest;
import org.yiban.bulk.CheckingFiles;
import org.yiban.bulk.StartingCases;
import org.yiban.kernel.BusinessTime;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;

/** A list of people of Jining who reach the age of retirement, as the pension agency sends it. */
@YibanTest
class RetirementListsTest {

    private static final String HEADER = "姓名,证件号码,名单日期,达到退休年龄日期,退休种类,养老金起领日期,上月养老金,由单建统筹转为统账结合\r\n";
    private static final String KIND = "正常退休（含弹性提前、弹性延迟）";

    @Autowired
    ApiClient api;

    @Autowired
    CheckingFiles checking;

    @Autowired
    StartingCases starting;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    @Test
    void eachRowTellsWhetherTheYearsAreThereBeforeItsCaseIsOpenedAndWhatTheRecordContradictsIsTold() {
        // given a woman of Jining with the years, a man 10 months short, somebody of another pool, a day long before
        // the age
        byte[] file = (HEADER
                        + row("虚构·路明珠", "389900197011128160", "2026-02-12")
                        + row("虚构·练达夫", "389900196507208231", "2025-07-20")
                        + row("虚构·党爱英", "389900197012088041", "2026-03-08")
                        + row("虚构·凌云志", "389900196511088252", "2015-02-08"))
                .getBytes(StandardCharsets.UTF_8);

        // when
        String id = api.postFile("clerkjn", "/api/bulk/files?kind=RETIREMENT_LIST&pool=370800&name=list.csv", file)
                .text("id");
        checking.run();

        // then
        Answer checked = api.get("clerkjn", "/api/bulk/files/" + id);
        assertThat(checked.body().path("totals").findValuesAsText("outcome")).containsExactlyInAnyOrder("MET", "SHORT");

        // when
        api.post("clerkjn", "/api/bulk/files/" + id + "/submission", Map.of("leaveOutFaulty", true));
        assertThat(api.get("clerkjn", "/api/bulk/files/" + id + "/sample")
                        .body()
                        .toString())
                .contains("实际缴费 110 个月（省内 110），视同 260 个月；差 10 个月；济医保发〔2020〕19号");
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey("bulk-" + id)
                .singleResult()
                .getId();
        api.post("approvejn", "/api/bulk/tasks/" + task + "/review", Map.of("decision", "RELEASE"));
        starting.run();

        // then
        List<String> cases = jdbc.sql(
                        "select case_number from yiban.bulk_row where file_id = ? and case_number is not null")
                .param(Long.valueOf(id))
                .query(String.class)
                .list();
        assertThat(cases).hasSize(2).allMatch(number -> number.startsWith("BJ370800"));
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(cases.get(0))
                        .list())
                .hasSize(1);
    }

    private static String row(String name, String number, String reachedOn) {
        return String.join(
                ",", name, number, LocalDate.now(BusinessTime.ZONE).toString(), reachedOn, KIND, "", "", "否", "\r\n");
    }
}
