package org.yiban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecideCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void anAnswerIsSaidInSentencesAndClosesWithItsSource() {
        // when
        int status = run(
                "suspension", "region=220000", "identity=EMPLOYER", "lastPaidMonth=2023-03", "retiredInsured=false");

        // then
        assertThat(status).isZero();
        assertThat(text(out).lines()).first().isEqualTo("待遇要暂停，从2023年4月1日起暂停。");
        assertThat(text(out).lines().toList().get(text(out).lines().toList().size() - 1))
                .startsWith("（决策表 suspension_220000_JL2022_19，版本 ");
        assertThat(text(err)).isEmpty();
    }

    @Test
    void asJsonTheSameAnswerIsData() throws IOException {
        // when
        int status = run(
                "refund-amount",
                "requestedOn=2023-07-01",
                "refundScope=DUPLICATED_MONTHS",
                "paidAmount=380",
                "paidFrom=2023-01",
                "paidTo=2023-12",
                "eventMonth=2023-06",
                "--json");

        // then
        assertThat(status).isZero();
        JsonNode answer = new ObjectMapper().readTree(text(out));
        assertThat(answer.at("/results/refundAmount").asText()).isEqualTo("221.67");
        assertThat(answer.at("/sentences").toString()).contains("380.00 元 × 7 个月 ÷ 12 个月 = 221.67 元（四舍五入到分）");
        assertThat(answer.at("/businessDate").asText()).isEqualTo("2023-07-01");
    }

    @Test
    void factsThatCannotBeUsedAreNamedWithTheirValueAndWhatIsAllowed() {
        // when
        int status = run("suspension", "region=220000", "identity=BOSS", "lastPaidMonth=2023-13");

        // then
        assertThat(status).isEqualTo(1);
        assertThat(text(err)).contains("identity=BOSS：", "EMPLOYER（单位职工）", "lastPaidMonth=2023-13：", "格式为 年-月");
        assertThat(text(out)).isEmpty();
    }

    @Test
    void aFamilyThatDoesNotExistIsNamedWithThoseThatDo() {
        assertThat(run("unheard-of")).isEqualTo(1);
        assertThat(text(err)).contains("family=unheard-of：", "suspension");
    }

    @Test
    void aCallThatCannotBeReadIsAnsweredWithTheUsage() {
        assertThat(List.of(
                        run(),
                        run("--json"),
                        run("region=220000"),
                        run("suspension", "region"),
                        run("suspension", "region=220000", "region=370000"),
                        run("suspension", "--unheard"),
                        run("suspension", "--tables", "no such folder")))
                .containsOnly(2);
        assertThat(text(err)).contains("用法：decide", "没有这个文件夹：no such folder");
    }

    @Test
    void aFolderOfTablesAnswersInsteadOfThePackagedOnes() {
        assertThat(run(
                        "suspension",
                        "region=220000",
                        "identity=EMPLOYER",
                        "lastPaidMonth=2023-03",
                        "retiredInsured=false",
                        "--tables",
                        "processes/policy"))
                .isZero();
    }

    private int run(String... arguments) {
        return DecideCommand.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
