package org.yiban.payment.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yiban.kernel.ProblemException;
import org.yiban.ledger.OrderState;

class ResultFileReaderTest {

    private static final String BATCH = "FK371500-2026-000001";
    private static final ResultFiles MIXED = ResultFiles.of(BATCH)
            .paid("TF-1/refund", "320.00")
            .rejected("TF-2/refund", "64.5", "户名不符")
            .unknown("TF-3/refund", "1");

    @Test
    void bothFormatsSayTheSame() {
        ResultFile csv = ResultFileReader.read(MIXED.csv());
        ResultFile xml = ResultFileReader.read(MIXED.pain002(3, "385.50"));

        assertThat(csv.rows()).isEqualTo(xml.rows());
        assertThat(xml.rows())
                .containsExactly(
                        new ResultRow(1, "TF-1/refund", OrderState.PAID, new BigDecimal("320.00"), null),
                        new ResultRow(2, "TF-2/refund", OrderState.REJECTED, new BigDecimal("64.50"), "户名不符"),
                        new ResultRow(3, "TF-3/refund", OrderState.UNKNOWN, new BigDecimal("1.00"), "银行未回"));
        assertThat(xml.batch()).isEqualTo(csv.batch()).isEqualTo(BATCH);
        assertThat(xml.originalTotal()).isEqualByComparingTo("385.50");
    }

    @Test
    void aCodeOfTheTreasuryStandsForItsWordsWhereItGivesNone() {
        String xml = text(MIXED.pain002(3, "385.50")).replace("<AddtlInf>户名不符</AddtlInf>", "");

        assertThat(ResultFileReader.read(bytes(xml)).rows().get(1).reason()).isEqualTo("AC01");
    }

    static Stream<Arguments> defects() {
        return Stream.of(
                csv("空文件", text -> "", "文件是空的"),
                csv("列名", text -> text.replace("batch,order", "order,batch"), "第一行应为列名"),
                csv("没有合计", text -> text.substring(0, text.indexOf("TOTAL")), "最后一行应为合计"),
                csv("合计笔数", text -> text.replace("TOTAL,3", "TOTAL,4"), "写明 4 笔，实有 3 笔"),
                csv("合计金额", text -> text.replace("385.50", "385.51"), "写明 385.51 元，逐笔相加 385.50 元"),
                csv("少一列", text -> text.replace("TF-1/refund,PAID,320.00,", "TF-1/refund,PAID,320.00"), "第 1 笔：应有 5 列"),
                csv("两个批次", text -> text.replace(BATCH + ",TF-2", "FK371500-2026-000002,TF-2"), "第 2 笔：批次与第 1 笔不同"),
                csv("状态", text -> text.replace("UNKNOWN", "LOST"), "第 3 笔：状态应为"),
                csv("金额", text -> text.replace("64.5,", "64.555,"), "第 2 笔：金额应为不超过两位小数"),
                csv("负数", text -> text.replace("64.5,", "-64.5,"), "第 2 笔：金额应为"),
                csv("没有原因", text -> text.replace("户名不符", ""), "第 2 笔：被退回或结果不明的，须写明原因"),
                csv("重复", text -> text.replace("TF-2/refund", "TF-1/refund"), "第 2 笔：付款单 TF-1/refund 在文件中重复出现"),
                csv("引号", text -> text.replace("户名不符", "\"户名"), "引号没有配对"),
                xml("不是 XML", text -> text.replace("</Document>", ""), "不是有效的 XML"),
                xml(
                        "外部实体",
                        text -> text.replace(
                                "<Document ", "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/hosts'>]><Document "),
                        "不是有效的 XML"),
                xml("别的报文", text -> text.replace("pain.002.001.10", "pain.002.001.03"), "不符合 pain.002.001.10 的格式"),
                xml(
                        "不合格式",
                        text -> text.replace("<OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>", ""),
                        "不符合 pain.002.001.10 的格式"),
                xml(
                        "没有付款单号",
                        text -> text.replace("<OrgnlEndToEndId>TF-1/refund</OrgnlEndToEndId>", ""),
                        "第 1 笔：没有 OrgnlEndToEndId"),
                xml("处理中的状态", text -> text.replace("ACSC", "ACSP"), "第 1 笔：TxSts 应为"),
                xml("没有逐笔", text -> text.replaceAll("(?s)<TxInfAndSts>.*</TxInfAndSts>", ""), "没有逐笔结果"),
                xml(
                        "按状态的笔数",
                        text -> text.replace(
                                "</OrgnlGrpInfAndSts>",
                                "<NbOfTxsPerSts><DtldNbOfTxs>2</DtldNbOfTxs><DtldSts>ACSC</DtldSts></NbOfTxsPerSts></OrgnlGrpInfAndSts>"),
                        "状态 ACSC 写明 2 笔，实有 1 笔"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("defects")
    void aFileWithADefectIsRefusedAsAWhole(String name, byte[] content, String message) {
        assertThatThrownBy(() -> ResultFileReader.read(content))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(message);
    }

    @Test
    void whatCameBackAfterItHadArrivedIsToldFromWhatNeverDid() {
        String returned = "<Rsn><Prtry>RETURNED</Prtry></Rsn>";
        byte[] xml = bytes(text(MIXED.pain002(3, "385.50")).replaceFirst("<Rsn><Cd>AC01</Cd></Rsn>", returned));
        byte[] csv = bytes(text(MIXED.csv()).replace("REJECTED", "RETURNED"));

        for (byte[] content : List.of(xml, csv)) {
            assertThat(ResultFileReader.read(content).rows())
                    .filteredOn(ResultRow::afterPayment)
                    .singleElement()
                    .extracting(ResultRow::state, ResultRow::reason)
                    .containsExactly(OrderState.REJECTED, "户名不符");
        }
    }

    @Test
    void aFileInAnotherEncodingIsRefused() {
        byte[] gbk = text(MIXED.csv()).getBytes(Charset.forName("GBK"));

        assertThatThrownBy(() -> ResultFileReader.read(gbk)).hasMessageContaining("UTF-8");
    }

    @Test
    void allDefectsAreNamedAtOnceTheFirstFiftyByRow() {
        ResultFiles many = ResultFiles.of(BATCH);
        for (int i = 0; i < 70; i++) {
            many.row("TF-" + i, "LOST", "x", "");
        }

        assertThatThrownBy(() -> ResultFileReader.read(many.csv()))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.violations())
                        .hasSize(51)
                        .last()
                        .satisfies(last -> assertThat(last.message()).isEqualTo("另有 90 处错误没有列出")));
    }

    private static Arguments csv(String name, UnaryOperator<String> change, String message) {
        return Arguments.of("CSV " + name, bytes(change.apply(text(MIXED.csv()))), message);
    }

    private static Arguments xml(String name, UnaryOperator<String> change, String message) {
        return Arguments.of("XML " + name, bytes(change.apply(text(MIXED.pain002(3, "385.50")))), message);
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
