package org.yiban.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiban.YibanTest;
import org.yiban.support.ApiClient.Answer;

@YibanTest
class CheckingFilesTest extends BulkFileSteps {

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
}
