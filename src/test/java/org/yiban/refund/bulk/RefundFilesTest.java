package org.yiban.refund.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiban.YibanTest;
import org.yiban.bulk.CheckingFiles;
import org.yiban.bulk.StartingCases;
import org.yiban.person.CsvFiles;
import org.yiban.person.FictitiousPerson;
import org.yiban.person.IdentityNumber;
import org.yiban.person.PeopleImport;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;

/** Year-end duplicates of 长春: residents who paid twice for 2024. */
@YibanTest
class RefundFilesTest {

    private static final String POOL = "220100";
    private static final String HEADER = "姓名,证件号码,缴费凭证号,退费事由,申请日期,收款人身份,户名,银行账号,开户行行号\r\n";

    @Autowired
    ApiClient api;

    @Autowired
    PeopleImport peopleImport;

    @Autowired
    CheckingFiles checking;

    @Autowired
    StartingCases starting;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    @Test
    void duplicatesOfAYearAreReleasedTogetherAndEachReachesItsOrderWithoutAnybodyLookingAgain() {
        // given
        Payer first = paidTwice();
        Payer second = paidTwice();

        // when
        String id = checked(first.row("B"), second.row("B"));

        // then
        Answer file = api.get("clerkcc", "/api/bulk/files/" + id);
        assertThat(file.at("/totals/0/outcome") + file.at("/totals/0/rows") + file.at("/totals/0/amount"))
                .isEqualTo("ELIGIBLE2760.0");

        // when
        release(id);
        assertThat(starting.run()).isEqualTo(2);

        // then
        assertThat(jdbc.sql("""
                                select o.amount::text from yiban.bulk_row r
                                join yiban.payment_order o on o.case_number = r.case_number where r.file_id = ?
                                """).param(Long.valueOf(id)).query(String.class).list())
                .containsExactly("380.00", "380.00");
        List<String> cases = cases(id);
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKeyIn(cases.toArray(String[]::new))
                        .count())
                .isZero();
    }

    @Test
    void ofTwoPaymentsForTheSameMonthsOnlyOneComesBackWhereverTheirRowsStand() {
        // given
        Payer payer = paidTwice();

        // when
        String id = checked(payer.row("B"), paidTwice().row("B"), payer.row("A"));

        // then
        Answer errors = api.get("clerkcc", "/api/bulk/files/" + id + "/errors");
        assertThat(errors.at("/rows/0/number")).isEqualTo("4");
        assertThat(errors.at("/rows/0/wrong")).isEqualTo("缴费凭证号：第 2 行已经要求退同一险种 2024-01 的费用；同一个月只能退一笔");
        assertThat(errors.body().path("rows")).hasSize(1);
    }

    @Test
    void whatTheRecordOrTheAccountContradictsIsToldByColumn() {
        // given
        Payer payer = paidTwice();

        // when
        String id = checked(
                payer.row("B").replace("6222020000000000000", "6222020000000000001"),
                payer.row("B").replace(payer.mark(), "NONE"));

        // then
        Answer errors = api.get("clerkcc", "/api/bulk/files/" + id + "/errors");
        assertThat(errors.at("/rows/0/wrong")).startsWith("银行账号：").contains("校验不符");
        assertThat(errors.at("/rows/1/wrong")).contains("缴费凭证号：没有这个缴费凭证号的缴费");
    }

    @Test
    void whatIsNotEligibleGoesToPeople() {
        // given: asked for when the benefits had begun
        String id = checked(paidTwice().row("B").replace("2023-12-20", "2024-02-01"));
        String outcome = api.get("clerkcc", "/api/bulk/files/" + id).at("/totals/0/outcome");
        assertThat(outcome).isNotEqualTo("ELIGIBLE");

        // when
        release(id);
        assertThat(starting.run()).isEqualTo(1);

        // then
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKeyIn(cases(id).toArray(String[]::new))
                        .taskDefinitionKey("userTask_checkFacts")
                        .count())
                .isEqualTo(1);
    }

    private String checked(String... rows) {
        byte[] file = (HEADER + String.join("\r\n", rows)).getBytes(StandardCharsets.UTF_8);
        Answer sent = api.postFile("clerkcc", "/api/bulk/files?kind=REFUND&pool=" + POOL + "&name=refunds.csv", file);
        assertThat(sent.status()).as(sent.body().toString()).isEqualTo(201);
        checking.run();
        return sent.text("id");
    }

    private void release(String id) {
        Answer submitted = api.post("clerkcc", "/api/bulk/files/" + id + "/submission", Map.of());
        assertThat(submitted.text("state")).as(submitted.body().toString()).isEqualTo("REVIEW");
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey("bulk-" + id)
                .singleResult()
                .getId();
        assertThat(api.post("approvecc", "/api/bulk/tasks/" + task + "/review", Map.of("decision", "RELEASE"))
                        .text("state"))
                .isEqualTo("RUNNING");
    }

    private List<String> cases(String id) {
        return jdbc.sql("select case_number from yiban.bulk_row where file_id = ? and case_number is not null")
                .param(Long.valueOf(id))
                .query(String.class)
                .list();
    }

    private Payer paidTwice() {
        IdentityNumber number = FictitiousPerson.man();
        Payer payer =
                new Payer(number.value(), "D" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT));
        CsvFiles files = new CsvFiles()
                .person(number, "虚构·缴测试")
                .enrolment(number.value() + "," + POOL + ",RESIDENT,RESIDENT,2024-01-01,,", "", "2024-01-01");
        for (String payment : List.of("A,2023-10-20", "B,2023-12-10")) {
            files.payment("%s%s,%s,%s,RESIDENT,RESIDENT,%s,2024-01,2024-12,380.00,,,2024,,,2024-01-01"
                    .formatted(payer.mark(), payment.charAt(0), number.value(), POOL, payment.substring(2)));
        }
        peopleImport.load(files.build(), "test", any -> true);
        return payer;
    }

    /** Somebody who paid twice; the receipts are the mark and A or B. */
    private record Payer(String number, String mark) {

        String row(String payment) {
            return String.join(
                    ",",
                    "虚构·缴测试",
                    number,
                    mark + payment,
                    "重复缴费",
                    "2023-12-20",
                    "参保人本人",
                    "虚构·缴测试",
                    "6222020000000000000",
                    "102100099996");
        }
    }
}
