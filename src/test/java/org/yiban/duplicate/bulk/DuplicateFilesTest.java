package org.yiban.duplicate.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiban.YibanTest;
import org.yiban.bulk.CheckingFiles;
import org.yiban.bulk.StartingCases;
import org.yiban.duplicate.DuplicateModel;
import org.yiban.duplicate.EnrolledTwice;
import org.yiban.duplicate.EnrolledTwice.Twice;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;

/** A list of people of Changchun whose relations stand twice. */
@YibanTest
class DuplicateFilesTest {

    private static final String HEADER = "姓名,证件号码,发现日期,本地关系险种,另一关系统筹区代码,另一关系险种,另一关系起始日\r\n";

    @Autowired
    ApiClient api;

    @Autowired
    EnrolledTwice enrolled;

    @Autowired
    CheckingFiles checking;

    @Autowired
    StartingCases starting;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    @Test
    void eachPairOfAListIsClearedUpOnceAndWhatTheRecordContradictsIsTold() {
        // given
        Twice twice = enrolled.employeeInTwoPools();
        Twice once = enrolled.employeeOfTieling();

        // when
        byte[] file = (HEADER + row(twice, "211200") + row(twice, "211200") + row(once, "211200"))
                .getBytes(StandardCharsets.UTF_8);
        String id = api.postFile("clerkcc", "/api/bulk/files?kind=DUPLICATE&pool=220100&name=twice.csv", file)
                .text("id");
        checking.run();
        // then
        Answer checked = api.get("clerkcc", "/api/bulk/files/" + id);
        assertThat(checked.at("/totals/0/outcome") + checked.at("/totals/0/rows"))
                .isEqualTo("DECIDED1");

        // when
        api.post("clerkcc", "/api/bulk/files/" + id + "/submission", Map.of("leaveOutFaulty", true));
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey("bulk-" + id)
                .singleResult()
                .getId();
        api.post("approvecc", "/api/bulk/tasks/" + task + "/review", Map.of("decision", "RELEASE"));
        starting.run();

        // then people clear it up
        List<String> cases = jdbc.sql(
                        "select case_number from yiban.bulk_row where file_id = ? and case_number is not null")
                .param(Long.valueOf(id))
                .query(String.class)
                .list();
        assertThat(cases).hasSize(1);
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(cases.get(0))
                        .singleResult()
                        .getTaskDefinitionKey())
                .isEqualTo(DuplicateModel.CHECK_FACTS);
        assertThat(api.get("reviewcc", "/api/duplicates/" + cases.get(0)).text("foundIn"))
                .isEqualTo("批量文件 " + id);
    }

    private static String row(Twice twice, String otherPool) {
        return String.join(",", twice.name(), twice.identityNumber(), "2026-01-15", "职工医保", otherPool, "职工医保", "\r\n");
    }
}
