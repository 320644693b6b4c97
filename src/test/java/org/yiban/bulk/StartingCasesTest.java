package org.yiban.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.yiban.YibanTest;
import org.yiban.paths.PassedPaths;
import org.yiban.support.ApiClient.Answer;

@YibanTest
class StartingCasesTest extends BulkFileSteps {

    @AfterAll
    static void everyFlowNodeAndSequenceFlowWasPassed() {
        assertThat(PassedPaths.of("bulk/bulk-intake.bpmn", "bulkIntake").notPassed())
                .isEmpty();
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
    void aFileThatIsSentBackOrTakenBackOpensNothing() {
        // given
        String returned = submitted(file().rows(2, "380.00"));
        String withdrawn = submitted(file().rows(2, "380.00"));

        // when
        Answer sentBack = api.post(
                APPROVER,
                "/api/bulk/tasks/" + taskOf(returned) + "/review",
                Map.of("decision", "RETURN", "reason", "金额与缴费记录不符"));
        Answer takenBack = post(CLERK, withdrawn, "withdrawal", Map.of("reason", "重新整理后再报"));

        // then
        assertThat(sentBack.text("state")).isEqualTo("RETURNED");
        assertThat(takenBack.text("state")).isEqualTo("WITHDRAWN");
        assertThat(starting.run()).isZero();
        for (String id : List.of(returned, withdrawn)) {
            assertThat(runtime.createProcessInstanceQuery()
                            .processInstanceBusinessKey("bulk-" + id)
                            .count())
                    .isZero();
        }
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
}
