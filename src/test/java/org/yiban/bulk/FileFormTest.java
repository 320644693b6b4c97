package org.yiban.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiban.person.FictitiousPerson;

class FileFormTest {

    private static final String NUMBER = FictitiousPerson.man().value();
    private static final List<String> HEADER = List.of("缴费凭证号", "姓名", "证件号码", "缴费日期", "金额", "原因", "银行账号");

    private final BulkKind kind = new SampleKind(null, null, null);

    @ParameterizedTest
    @CsvSource({"2026-02-12", "2026/2/12", "20260212", "2026年2月12日"})
    void aDayIsTakenAsPeopleWriteIt(String written) {
        assertThat(parse("JF1", "虚构·甲", NUMBER, written, "\"1,380.5\"".replace("\"", ""), "重复缴费", "6222 0200 0001")
                        .row()
                        .values())
                .containsEntry("paidOn", "2026-02-12")
                .containsEntry("amount", "1380.50")
                .containsEntry("reason", "DUPLICATE")
                .containsEntry("account", "622202000001");
    }

    @Test
    void whatIsWrongIsSaidForEveryCellAtOnceWithoutRepeatingIt() {
        FileForm form = FileForm.of(kind, HEADER);

        FileForm.Parsed parsed =
                form.parse(7, List.of("", "=HYPERLINK(1)", "3.899E+17", "2026-02-30", "0", "别的", "abc", "多"));

        assertThat(form.told(parsed.problems()))
                .isEqualTo("缴费凭证号：必填；姓名：是公式，请改成它的值；证件号码：被存成了数字，末几位已经丢失；请把这一列设为文本格式，重新填写；缴费日期：没有这一天；金额：应大于 0，不超过"
                        + " 9999999999.99；原因：应为 重复缴费、其他；银行账号：应为 6 到 32 位数字；这一行的列数比列名多");
    }

    @Test
    void aHeaderNeedsEveryRequiredColumnAndTakesNoUnknownOne() {
        assertThatThrownBy(() -> FileForm.of(kind, List.of("姓名", "姓名", "备注")))
                .hasMessageContaining("“姓名”出现两次")
                .hasMessageContaining("没有“备注”这一列")
                .hasMessageContaining("缺少“缴费凭证号”");
    }

    @Test
    void aFileThatWasSentBackIsTakenWithoutWhatWeAddedToIt() {
        FileForm form = FileForm.of(kind, List.of("行号", "缴费凭证号", "姓名", "证件号码", "缴费日期", "金额", "原因", "错误说明"));

        assertThat(form.header()).containsExactly("缴费凭证号", "姓名", "证件号码", "缴费日期", "金额", "原因");
        assertThat(form.cells(List.of("9", "JF1", "虚构·甲", NUMBER, "20260212", "1", "其他", "旧的")))
                .containsExactly("JF1", "虚构·甲", NUMBER, "20260212", "1", "其他");
    }

    @Test
    void personalDataAreMasked() {
        assertThat(Masked.cell(ColumnType.IDENTITY_NUMBER, "389900199001011239"))
                .isEqualTo("389***********1239");
        assertThat(Masked.cell(ColumnType.ACCOUNT_NUMBER, "1234567")).isEqualTo("*******");
        assertThat(Masked.cell(ColumnType.TEXT, "JF0001")).isEqualTo("JF0001");
    }

    private FileForm.Parsed parse(String... cells) {
        return FileForm.of(kind, HEADER).parse(2, List.of(cells));
    }
}
