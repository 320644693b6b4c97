package org.yiban.policy.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiban.kernel.ProvisionReference;
import org.yiban.policy.tables.DecisionTableException;

class SourcesTest {

    private static final String AMBIGUITIES = """
            ambiguities:
              - id: A01
                concerns: XX2020-1 一
                question: 三个月含不含本数？
                reading: 含。
                confidence: medium
            """;
    private static final String DOCUMENT = """
            id: XX2020-1
            number: 某医保发〔2020〕1号
            title: 关于某事的通知
            issuer: 某市医疗保障局
            jurisdiction: "371500"
            issuedOn: 2020-08-27
            inForceFrom: 2020-09-01
            inForceUntil: 2025-08-31
            provisions:
              - id: XX2020-1 art.一(二)1[a]
                family: waiting-period
                decides: true
                statement: 满三个月的，次月起享受待遇。
                ambiguities: [A01]
              - id: XX2020-1 附则
                family: administration
                decides: false
                statement: 自2020年9月1日起执行。
                whyNot: 施行日期。
            """;

    @TempDir
    Path folder;

    @Test
    void aDocumentIsReadWithItsProvisions() throws IOException {
        // given
        write("ambiguities.yaml", AMBIGUITIES);
        write("XX2020-1.yaml", DOCUMENT);

        // when
        Sources sources = Sources.in(folder);

        // then
        Document document = sources.document("XX2020-1").orElseThrow();
        Provision waiting = new Provision(
                new ProvisionReference("XX2020-1 art.一(二)1[a]"),
                "waiting-period",
                true,
                "满三个月的，次月起享受待遇。",
                null,
                List.of("A01"));
        Provision closing = new Provision(
                new ProvisionReference("XX2020-1 附则"), "administration", false, "自2020年9月1日起执行。", "施行日期。", List.of());
        assertThat(document)
                .isEqualTo(new Document(
                        "XX2020-1",
                        "某医保发〔2020〕1号",
                        "关于某事的通知",
                        "某市医疗保障局",
                        "371500",
                        LocalDate.of(2020, 8, 27),
                        LocalDate.of(2020, 9, 1),
                        LocalDate.of(2025, 8, 31),
                        false,
                        "sources/XX2020-1.yaml",
                        List.of(waiting, closing)));
        assertThat(sources.provision(waiting.id())).contains(waiting);
        assertThat(sources.provision(new ProvisionReference("XX2020-1 art.二"))).isEmpty();
    }

    @Test
    void anOpenReadingIsReadByItsNumber() throws IOException {
        // given
        write("ambiguities.yaml", AMBIGUITIES);
        write("XX2020-1.yaml", DOCUMENT);

        // then
        assertThat(Sources.in(folder).ambiguities())
                .containsExactly(new Ambiguity("A01", "XX2020-1 一", "三个月含不含本数？", "含。", Ambiguity.Confidence.MEDIUM));
    }

    @Test
    void aDocumentMayStateNoEnd() throws IOException {
        // given
        write("ambiguities.yaml", AMBIGUITIES);
        write("XX2020-1.yaml", DOCUMENT.replace("inForceUntil: 2025-08-31", "inForceUntil: none"));

        // then
        assertThat(Sources.in(folder).document("XX2020-1"))
                .get()
                .extracting(Document::inForceUntil)
                .isNull();
    }

    @Test
    void theTextAtHandMayBearNoDate() throws IOException {
        // given
        write("ambiguities.yaml", AMBIGUITIES);
        write("XX2020-1.yaml", DOCUMENT.replace("issuedOn: 2020-08-27", "issuedOn: none"));

        // then
        assertThat(Sources.in(folder).document("XX2020-1"))
                .get()
                .extracting(Document::issuedOn)
                .isNull();
    }

    @Test
    void aDocumentKnownFromSecondarySourcesIsMarked() {
        assertThat(Sources.packaged().documents())
                .filteredOn(Document::secondary)
                .extracting(Document::id)
                .containsExactly("NAT2021-43");
    }

    @Test
    void aFolderWithoutSourcesIsReadWithThePackagedOnes() {
        assertThat(Sources.in(folder).documents())
                .isEqualTo(Sources.packaged().documents())
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "inForceFrom: 2020-09-01~ | ''                    | 第 1 行：缺少 inForceFrom",
                "inForceUntil: 2025-08-31~| ''                    | 第 1 行：缺少 inForceUntil",
                "number: 某医保发〔2020〕1号~ | ''                  | 第 1 行：缺少 number",
                "title: 关于某事的通知~     | ''                    | 第 1 行：缺少 title",
                "title: 关于某事的通知      | title: ' '            | 第 3 行：title 没有写内容",
                "issuer: 某市医疗保障局~    | ''                    | 第 1 行：缺少 issuer",
                "issuedOn: 2020-08-27~    | ''                    | 第 1 行：缺少 issuedOn",
                "jurisdiction:            | judisdiction:         | 第 5 行：不认识的键 judisdiction；可以写：id、",
                "jurisdiction: \"371500\" | jurisdiction: 3715    | 第 5 行：jurisdiction 要写六位行政区划代码",
                "2020-08-27               | 2020-02-30            | 第 6 行：issuedOn 要写实有的日期，如 2022-04-01；写的是 2020-02-30",
                "2025-08-31               | 2020-08-31            | 第 8 行：inForceUntil 2020-08-31 早于 inForceFrom 2020-09-01",
                "inForceFrom: 2020-09-01  | inForceFrom: none     | 第 7 行：inForceFrom 要写实有的日期，如 2022-04-01；写的是 none",
                "id: XX2020-1~            | id: XX2020-2~         | 第 1 行：id 要与文件名一致：XX2020-1；写的是 XX2020-2",
                "id: XX2020-1~            | id: 某文~              | 第 1 行：id 要写文件简称",
                "number:                  | id: XX2020-1~number:  | 第 2 行：键 id 出现两次",
                "title: 关于某事的通知      | title: [一, 二]        | 第 3 行：这里只能写一个值",
                "XX2020-1 附则             | XX2020-1 art.一(二)1[a] | 第 15 行 XX2020-1 art.一(二)1[a]：id 出现两次",
                "XX2020-1 附则             | XX2020-1 第二条        | 第 15 行 XX2020-1 第二条：id 要写成 XX2020-1 art.6(1)[a]",
                "XX2020-1 附则             | XX2020-2 附则          | 第 15 行 XX2020-2 附则：id 要写成",
                "family: administration   | family: admin         | 第 16 行 XX2020-1 附则：family 只能写 administration、",
                "decides: false           | decides: no           | 第 17 行 XX2020-1 附则：decides 只能写 true 或 false；写的是 no",
                "decides: false           | decides: true         | 第 19 行 XX2020-1 附则：whyNot 只在 decides: false 时写",
                "'    whyNot: 施行日期。~'  | ''                    | 第 15 行 XX2020-1 附则：缺少 whyNot",
                "'    statement: 满三个月的，次月起享受待遇。~' | ''  | 第 10 行 XX2020-1 art.一(二)1[a]：缺少 statement",
                "[A01]                    | [A01, A02]            | XX2020-1 art.一(二)1[a]：ambiguities.yaml 里没有 A02",
                "[A01]                    | A01                   | 第 14 行 XX2020-1 art.一(二)1[a]：ambiguities 要写成列表",
                "'  - id: XX2020-1 附则'   | '  - 附则~  - id: XX2020-1 附则' | 第 15 行：这里要写一组“键: 值”",
                "[A01]                    | [A01                  | 不是合格的 YAML",
            })
    void aDocumentThatIsNotAsItMustBeIsRefusedWithFileLineAndEntry(String part, String replacement, String refusal)
            throws IOException {
        // given
        String broken = DOCUMENT.replace(part.replace('~', '\n'), replacement.replace('~', '\n'));
        assertThat(broken).isNotEqualTo(DOCUMENT);
        write("ambiguities.yaml", AMBIGUITIES);
        write("XX2020-1.yaml", broken);

        // then
        assertThatThrownBy(() -> Sources.in(folder))
                .isInstanceOf(DecisionTableException.class)
                .hasMessageStartingWith("sources/XX2020-1.yaml")
                .hasMessageContaining(refusal);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "confidence: medium    | confidence: certain | 第 6 行 A01：confidence 只能写 high、medium、low、unrated；写的是 certain",
                "'    reading: 含。~'   | ''                  | 第 2 行 A01：缺少 reading",
                "id: A01               | id: 1               | 第 2 行：id 要写歧义编号，如 A03；写的是 1",
                "reading: 含。          | answer: 含。         | 第 5 行：不认识的键 answer",
            })
    void anOpenReadingThatIsNotAsItMustBeIsRefused(String part, String replacement, String refusal) throws IOException {
        // given
        write("ambiguities.yaml", AMBIGUITIES.replace(part.replace('~', '\n'), replacement.replace('~', '\n')));
        write("XX2020-1.yaml", DOCUMENT);

        // then
        assertThatThrownBy(() -> Sources.in(folder))
                .isInstanceOf(DecisionTableException.class)
                .hasMessageStartingWith("sources/ambiguities.yaml")
                .hasMessageContaining(refusal);
    }

    @Test
    void anOpenReadingThatStandsTwiceIsRefused() throws IOException {
        // given
        write("ambiguities.yaml", AMBIGUITIES + AMBIGUITIES.replace("ambiguities:\n", ""));
        write("XX2020-1.yaml", DOCUMENT);

        // then
        assertThatThrownBy(() -> Sources.in(folder)).hasMessageContaining("第 7 行 A01：id 出现两次");
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        write("XX2020-1.yaml", "# 还没有写\n");

        assertThatThrownBy(() -> Sources.in(folder)).hasMessage("sources/XX2020-1.yaml：文件是空的");
    }

    @Test
    void aFolderOfSourcesWithoutDocumentsIsRefused() throws IOException {
        write("ambiguities.yaml", AMBIGUITIES);

        assertThatThrownBy(() -> Sources.in(folder)).hasMessage("文件夹 sources 里没有文件的数据");
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve("sources"));
        Files.writeString(folder.resolve("sources").resolve(name), text);
    }
}
