package org.yiban.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiban.region.RegionCode;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;
import org.yiban.support.Applicants;
import org.yiban.support.Applicants.Applicant;

/** What people and the workers do with a file, and what is kept of it. */
abstract class BulkFileSteps {

    static final String POOL = "371500";
    static final String CLERK = "clerklc";
    static final String APPROVER = "approvelc";

    @Autowired
    ApiClient api;

    @Autowired
    Applicants applicants;

    @Autowired
    SampleKind kind;

    @Autowired
    CheckingFiles checking;

    @Autowired
    StartingCases starting;

    @Autowired
    DeletingContents deleting;

    @Autowired
    BulkRows rows;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    Applicant applicant;

    @BeforeEach
    void somebodyOnRecord() {
        applicant = applicants.employedIn(new RegionCode(POOL));
    }

    @AfterEach
    void asBefore() {
        kind.refused.clear();
        kind.failing.clear();
        kind.beforeOpening = row -> {};
        kind.beforeExamining = rows -> {};
    }

    SampleFiles file() {
        return new SampleFiles(applicant.identityNumber());
    }

    String submitted(SampleFiles file) {
        String id = file.send(api, CLERK, POOL).text("id");
        checking.run();
        assertThat(post(CLERK, id, "submission", Map.of()).text("state")).isEqualTo("REVIEW");
        return id;
    }

    String released(SampleFiles file) {
        String id = submitted(file);
        assertThat(review(APPROVER, taskOf(id), "RELEASE").text("state")).isEqualTo("RUNNING");
        return id;
    }

    Answer get(String user, String id) {
        return api.get(user, "/api/bulk/files/" + id);
    }

    Answer post(String user, String id, String what, Map<String, ?> body) {
        return api.post(user, "/api/bulk/files/" + id + "/" + what, body);
    }

    Answer review(String user, String task, String decision) {
        return api.post(user, "/api/bulk/tasks/" + task + "/review", Map.of("decision", decision));
    }

    String taskOf(String id) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey("bulk-" + id)
                .singleResult()
                .getId();
    }

    String download(String user, String id, String path) {
        return new String(
                api.download(user, "/api/bulk/files/" + id + "/" + path).body(), StandardCharsets.UTF_8);
    }

    List<String> cases(String id) {
        return jdbc.sql("select case_number from yiban.bulk_row where file_id = ? order by number")
                .param(Long.valueOf(id))
                .query(String.class)
                .list();
    }

    List<Integer> sampled(long file) {
        return jdbc.sql("select number from yiban.bulk_row where file_id = ? and sampled is not null order by number")
                .param(file)
                .query(Integer.class)
                .list();
    }

    List<String> stored(String table, String id) {
        return jdbc
                .sql("select content from " + table + " where file_id = ?")
                .param(Long.valueOf(id))
                .query(byte[].class)
                .list()
                .stream()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .toList();
    }

    int audited(String reason) {
        return jdbc.sql("select count(*) from yiban.audit_event where action = 'BULK_CONTENTS_SEEN' and reason like ?")
                .param("%" + reason + "%")
                .query(Integer.class)
                .single();
    }
}
