package org.yiban.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiban.YibanTest;
import org.yiban.region.RegionCode;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;
import org.yiban.support.Applicants;
import org.yiban.support.Applicants.Applicant;

@YibanTest
class BulkFilesTest {

    private static final String POOL = "371500";
    private static final String CLERK = "clerklc";
    private static final String APPROVER = "approvelc";

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

    private Applicant applicant;

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

    @Test
    void aFileIsCheckedWholeReviewedByAnotherPersonAndEveryRowBecomesACase() {
        // given
        SampleFiles file = file().rows(8, "380.00").row("big", "5000");

        // when: it is sent in and checked
        Answer sent = file.send(api, CLERK, POOL);
        assertThat(sent.status()).as(sent.body().toString()).isEqualTo(201);
        String id = sent.text("id");
        assertThat(sent.text("state")).isEqualTo("RECEIVED");
        assertThat(checking.run()).isEqualTo(1);

        // then
        Answer checked = get(CLERK, id);
        assertThat(checked.text("state")).isEqualTo("CHECKED");
        assertThat(checked.at("/totals/0/title") + checked.at("/totals/0/rows") + checked.at("/totals/0/amount"))
                .isEqualTo("可以退83040.0");
        assertThat(checked.at("/totals/1/outcome")).isEqualTo("REFER");

        // when: it is submitted
        assertThat(post(CLERK, id, "submission", Map.of()).text("state")).isEqualTo("REVIEW");

        // then: nothing starts, and nobody releases it in whom it would not be four eyes
        assertThat(starting.run()).isZero();
        String task = taskOf(id);
        assertThat(review(CLERK, task, "RELEASE").status()).isEqualTo(403);
        assertThat(review("reviewlc", task, "RELEASE").status()).isEqualTo(403);
        assertThat(review("approvejn", task, "RELEASE").status()).isEqualTo(404);
        Answer shown = api.get(APPROVER, "/api/bulk/by-task/" + task);
        assertThat(shown.at("/sample/rows/0/sampled")).isEqualTo("金额大");
        assertThat(shown.body().toString())
                .doesNotContain(applicant.identityNumber())
                .doesNotContain("6222020000000000009");

        // when
        assertThat(review(APPROVER, task, "RELEASE").text("state")).isEqualTo("RUNNING");
        assertThat(starting.run()).isEqualTo(9);

        // then
        Answer done = get(CLERK, id);
        assertThat(done.text("state")).isEqualTo("DONE");
        assertThat(done.text("opened")).isEqualTo("9");
        assertThat(cases(id)).hasSize(9).doesNotHaveDuplicates().doesNotContainNull();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey("bulk-" + id)
                        .count())
                .isZero();
        String results = download(CLERK, id, "results/file?format=csv");
        assertThat(results.lines()).hasSize(10);
        assertThat(results).contains(cases(id).get(0) + ",可以退,380.00,办理中");
    }

    @Test
    void nobodyReleasesWhatTheySentInEvenWithBothRoles() {
        // given: the table itself keeps to it
        String id = submitted(file().rows(2, "1"));

        // then
        assertThat(catchThrowable(() -> jdbc.sql("update yiban.bulk_file set decided_by = uploaded_by where id = ?")
                        .param(Long.valueOf(id))
                        .update()))
                .hasMessageContaining("bulk_file_check");
    }

    @Test
    void theSameFileSentAgainIsTheSameFileUntilItWasSentBack() {
        // given
        SampleFiles file = file().rows(2, "1");
        String id = file.send(api, CLERK, POOL).text("id");

        // then
        Answer again = file.send(api, CLERK, POOL);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("id")).isEqualTo(id);
        assertThat(file.send(api, "clerkjn", "370800").status()).isEqualTo(201);

        // when
        checking.run();
        post(CLERK, id, "submission", Map.of());
        assertThat(api.post(APPROVER, "/api/bulk/tasks/" + taskOf(id) + "/review", Map.of("decision", "RETURN"))
                        .violation("reason"))
                .isEqualTo("必填");
        assertThat(api.post(
                                APPROVER,
                                "/api/bulk/tasks/" + taskOf(id) + "/review",
                                Map.of("decision", "RETURN", "reason", "名单不全"))
                        .text("state"))
                .isEqualTo("RETURNED");

        // then
        assertThat(file.send(api, CLERK, POOL).status()).isEqualTo(201);
        assertThat(starting.run()).isZero();
    }

    @Test
    void whatIsWrongGoesBackByRowAndTheRestIsLeftToTheSender() {
        // given
        SampleFiles file = file().rows(2, "100")
                .row("NONE1", "100")
                .row("same", "1")
                .row("same", "2")
                .row("x", "-1");
        String id = file.send(api, CLERK, POOL).text("id");
        checking.run();

        // then
        Answer checked = get(CLERK, id);
        assertThat(checked.text("ready") + "/" + checked.text("faulty")).isEqualTo("3/3");
        String errors = download(CLERK, id, "errors/file?format=csv");
        assertThat(errors.lines().toList().get(0)).endsWith(SampleFiles.HEADER + ",行号,错误说明");
        assertThat(errors.lines().skip(1).toList())
                .satisfiesExactly(
                        row -> assertThat(row)
                                .contains(applicant.identityNumber())
                                .endsWith(",4,缴费凭证号：没有这张缴费凭证"),
                        row -> assertThat(row).endsWith(",6,与第 5 行重复"),
                        row -> assertThat(row).contains(",'-1,").contains(",7,金额：应为金额"));
        assertThat(audited("有误的行")).isEqualTo(1);
        assertThat(api.download("reviewlc", "/api/bulk/files/" + id + "/errors/file")
                        .statusCode())
                .isEqualTo(403);

        // and: not one row is started unless the sender leaves the faulty ones out
        assertThat(post(CLERK, id, "submission", Map.of()).status()).isEqualTo(409);
        post(CLERK, id, "submission", Map.of("leaveOutFaulty", true));
        review(APPROVER, taskOf(id), "RELEASE");
        assertThat(starting.run()).isEqualTo(3);

        // and: what goes back comes in again without what was added
        Answer again = SampleFiles.send(
                api, CLERK, POOL, errors.replace("NONE1", "SOME1").getBytes(StandardCharsets.UTF_8));
        checking.run();
        assertThat(get(CLERK, again.text("id")).text("ready")).isEqualTo("2");
    }

    @Test
    void aFileThatIsNoTableOfItsKindIsRefusedWithWhatToDo() {
        String id = SampleFiles.send(api, CLERK, POOL, "姓名\r\n虚构·甲\r\n".getBytes(StandardCharsets.UTF_8))
                .text("id");
        checking.run();
        assertThat(get(CLERK, id).text("state")).isEqualTo("UNREADABLE");
        assertThat(get(CLERK, id).text("note")).contains("缺少“证件号码”");

        assertThat(SampleFiles.send(api, CLERK, POOL, new byte[0]).violation("file"))
                .isEqualTo("文件是空的");
        assertThat(file().rows(1, "1").send(api, CLERK, "370800").status()).isEqualTo(403);
        assertThat(api.postFile(CLERK, "/api/bulk/files?kind=SAMPLE&pool=371500&name=a.xls", new byte[] {1})
                        .violation("name"))
                .contains(".xlsx");
        assertThat(api.get("clerkjn", "/api/bulk/files/" + id).status()).isEqualTo(404);
    }

    @Test
    void theSampleTakesTheLargestAndIsTheSameForTheSameSeed() {
        // given
        String id = submitted(file().rows(60, "10").row("a", "999").row("b", "998"));
        long file = Long.parseLong(id);
        List<Integer> drawn = sampled(file);

        // then
        assertThat(drawn).hasSize(20).contains(62, 63);
        long seed = Long.parseLong(get(CLERK, id).text("seed"));
        rows.drawSample(file, 5, 15, seed);
        assertThat(sampled(file)).isEqualTo(drawn);
        rows.drawSample(file, 5, 15, seed + 1);
        assertThat(sampled(file)).isNotEqualTo(drawn).contains(62, 63);
    }

    @Test
    void stoppingKeepsWhatIsOpenAndResumingOpensTheRestOnce() {
        // given
        SampleFiles content = file().rows(10, "1");
        String id = released(content);
        kind.beforeOpening = row -> {
            if (row.text("receipt").equals(content.receipt(4))) {
                post(CLERK, id, "stop", Map.of());
            }
        };

        // when
        int first = starting.run();

        // then: the case at hand is finished
        assertThat(first).isEqualTo(4);
        assertThat(get(CLERK, id).text("state")).isEqualTo("STOPPED");
        assertThat(starting.run()).isZero();

        // when
        kind.beforeOpening = row -> {};
        post(CLERK, id, "resume", Map.of());

        // then
        assertThat(starting.run()).isEqualTo(6);
        assertThat(cases(id)).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void severalNodesOpenNoRowTwice() throws Exception {
        // given
        String id = released(file().rows(40, "1"));
        CountDownLatch both = new CountDownLatch(2);
        ExecutorService nodes = Executors.newFixedThreadPool(2);

        // when
        List<Future<Integer>> opened = IntStream.range(0, 2)
                .mapToObj(node -> nodes.submit(() -> {
                    both.countDown();
                    both.await();
                    return starting.run();
                }))
                .toList();
        int sum = opened.get(0).get() + opened.get(1).get();
        nodes.shutdown();

        // then
        assertThat(sum).isEqualTo(40);
        assertThat(cases(id)).hasSize(40).doesNotHaveDuplicates();
        assertThat(get(CLERK, id).text("state")).isEqualTo("DONE");
        assertThat(jdbc.sql("select count(*) from yiban.submission where key like ?")
                        .param("bulk-" + id + "/%")
                        .query(Integer.class)
                        .single())
                .isEqualTo(40);
    }

    @Test
    void aRowThatFailsIsKeptWithItsReasonAndCanBeTriedAgain() {
        // given
        SampleFiles content = file().rows(5, "1");
        String id = released(content);
        kind.refused.add(content.receipt(2));
        kind.failing.add(content.receipt(4));

        // when
        assertThat(starting.run()).isEqualTo(3);

        // then
        assertThat(get(CLERK, id).text("state")).isEqualTo("INCOMPLETE");
        Answer failures = api.get(CLERK, "/api/bulk/files/" + id + "/failures");
        assertThat(failures.at("/rows/0/number") + failures.at("/rows/0/wrong")).isEqualTo("3缴费凭证号：这张凭证刚退过");
        assertThat(failures.at("/rows/1/wrong")).startsWith("系统出错");

        // when
        kind.failing.clear();
        post("superlc", id, "retry", Map.of());

        // then
        assertThat(starting.run()).isEqualTo(1);
        assertThat(api.post(CLERK, "/api/bulk/files/" + id + "/end", Map.of("reason", "其余另行办理"))
                        .text("state"))
                .isEqualTo("DONE");
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey("bulk-" + id)
                        .count())
                .isZero();
    }

    @Test
    void failuresOfTheSystemInARowStopTheFile() {
        // given
        SampleFiles content = file().rows(30, "1");
        String id = released(content);
        IntStream.rangeClosed(1, 30).forEach(row -> kind.failing.add(content.receipt(row)));

        // when
        assertThat(starting.run()).isZero();

        // then
        assertThat(get(CLERK, id).text("state")).isEqualTo("STOPPED");
        assertThat(get(CLERK, id).text("failed")).isEqualTo("20");
    }

    @Test
    void checkingGoesOnWhereItWasBroken() {
        // given
        SampleFiles content = file().rows(1500, "1");
        String id = content.send(api, CLERK, POOL).text("id");
        kind.beforeExamining = examined -> {
            if (examined.get(0).number() > 2) {
                throw new IllegalStateException("told to fail");
            }
        };

        // when
        checking.run();

        // then
        assertThat(get(CLERK, id).text("state")).isEqualTo("CHECKING");
        assertThat(get(CLERK, id).text("unchecked")).isEqualTo("500");

        // when
        List<Integer> examinedAgain = new ArrayList<>();
        kind.beforeExamining = examined -> examinedAgain.add(examined.size());
        jdbc.sql("update yiban.bulk_file set next_try_at = null where id = ?")
                .param(Long.valueOf(id))
                .update();
        checking.run();

        // then
        assertThat(examinedAgain).containsExactly(500);
        assertThat(get(CLERK, id).text("ready")).isEqualTo("1500");
        assertThat(post(CLERK, id, "withdrawal", Map.of("reason", "试")).text("state"))
                .isEqualTo("WITHDRAWN");
    }

    @Test
    void rowsThatBelongTogetherAreExaminedInOneCallWhereverTheyStand() {
        // given: the first and the last row of more than a call takes
        SampleFiles content = file().of("虚构·同", "first").rows(1200, "1").of("虚构·同", "last");
        List<List<Integer>> calls = new ArrayList<>();
        kind.beforeExamining =
                examined -> calls.add(examined.stream().map(BulkRow::number).toList());

        // when
        content.send(api, CLERK, POOL);
        checking.run();

        // then
        assertThat(calls).hasSize(2);
        assertThat(calls.get(0)).startsWith(2, 1203).hasSizeBetween(1000, 1001);
        assertThat(calls.get(1)).doesNotContain(2, 1203);
    }

    @Test
    void contentsAreEncryptedShownInFullWithAReasonAndDeletedWhenTheirTimeIsOver() {
        // given
        SampleFiles content = file().rows(1, "1");
        String id = content.send(api, CLERK, POOL).text("id");
        assertThat(stored("yiban.bulk_chunk", id)).isNotEmpty().noneMatch(text -> text.contains(content.mark));
        checking.run();

        // then
        assertThat(stored("yiban.bulk_chunk", id)).isEmpty();
        assertThat(stored("yiban.bulk_content", id))
                .hasSize(1)
                .noneMatch(text -> text.contains(applicant.identityNumber()));
        String row = "/api/bulk/files/" + id + "/rows/2/contents";
        assertThat(api.post(CLERK, row, Map.of()).status()).isEqualTo(400);
        assertThat(api.post("financelc", row, Map.of("reason", "看看")).status()).isEqualTo(403);
        Answer full = api.post(CLERK, row, Map.of("reason", "核对材料"));
        assertThat(full.body().toString()).contains(applicant.identityNumber());
        assertThat(audited("核对材料")).isEqualTo(1);

        // when: the time is over
        post(CLERK, id, "withdrawal", Map.of("reason", "试"));
        assertThat(deleting.run()).isZero();
        jdbc.sql("update yiban.bulk_file set ended_at = now() - interval '31 days' where id = ?")
                .param(Long.valueOf(id))
                .update();
        assertThat(deleting.run()).isEqualTo(1);

        // then
        assertThat(stored("yiban.bulk_content", id)).isEmpty();
        assertThat(get(CLERK, id).text("contentsDeletedAt")).isNotNull();
        assertThat(get(CLERK, id).text("ready")).isEqualTo("1");
    }

    private SampleFiles file() {
        return new SampleFiles(applicant.identityNumber());
    }

    private String submitted(SampleFiles file) {
        String id = file.send(api, CLERK, POOL).text("id");
        checking.run();
        assertThat(post(CLERK, id, "submission", Map.of()).text("state")).isEqualTo("REVIEW");
        return id;
    }

    private String released(SampleFiles file) {
        String id = submitted(file);
        assertThat(review(APPROVER, taskOf(id), "RELEASE").text("state")).isEqualTo("RUNNING");
        return id;
    }

    private Answer get(String user, String id) {
        return api.get(user, "/api/bulk/files/" + id);
    }

    private Answer post(String user, String id, String what, Map<String, ?> body) {
        return api.post(user, "/api/bulk/files/" + id + "/" + what, body);
    }

    private Answer review(String user, String task, String decision) {
        return api.post(user, "/api/bulk/tasks/" + task + "/review", Map.of("decision", decision));
    }

    private String taskOf(String id) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey("bulk-" + id)
                .singleResult()
                .getId();
    }

    private String download(String user, String id, String path) {
        return new String(
                api.download(user, "/api/bulk/files/" + id + "/" + path).body(), StandardCharsets.UTF_8);
    }

    private List<String> cases(String id) {
        return jdbc.sql("select case_number from yiban.bulk_row where file_id = ? order by number")
                .param(Long.valueOf(id))
                .query(String.class)
                .list();
    }

    private List<Integer> sampled(long file) {
        return jdbc.sql("select number from yiban.bulk_row where file_id = ? and sampled is not null order by number")
                .param(file)
                .query(Integer.class)
                .list();
    }

    private List<String> stored(String table, String id) {
        return jdbc
                .sql("select content from " + table + " where file_id = ?")
                .param(Long.valueOf(id))
                .query(byte[].class)
                .list()
                .stream()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .toList();
    }

    private int audited(String reason) {
        return jdbc.sql("select count(*) from yiban.audit_event where action = 'BULK_CONTENTS_SEEN' and reason like ?")
                .param("%" + reason + "%")
                .query(Integer.class)
                .single();
    }
}
