package org.yiban.policy;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.policy.tables.DecisionTableException;
import org.yiban.region.Regions;
import org.yiban.support.PolicyFolder;

/** Policies start only with documents that can be used, and tables that rest on nothing else. */
class SourceCheckTest {

    private static final String TABLE = "370000-shandong/suspension.dmn";

    @TempDir
    Path folder;

    private PolicyFolder policies;

    @BeforeEach
    void copyOfThePolicies() {
        policies = PolicyFolder.whole(folder);
    }

    @Test
    void aBasisThatNoDocumentHasStopsTheStartAndIsNamed() throws IOException {
        policies.replace(TABLE, "\"SD2021-54 art.(二)[1]\"", "\"SD2021-54 art.(二)[9]\"");

        assertThatThrownBy(this::start)
                .isInstanceOf(DecisionTableException.class)
                .hasMessageContaining("文件 %s 中的 suspension_370000_SD2021_54，规则 suspension_370000_SD2021_54_inService"
                        .formatted(TABLE))
                .hasMessageContaining("依据 SD2021-54 art.(二)[9] 不是任何文件的条款");
    }

    @Test
    void everyOneOfSeveralBasesIsLookedUp() throws IOException {
        policies.replace(
                "370000-shandong/arrears.dmn",
                "SD2021-54 art.(二)[2];SD2021-54 art.(二)[3]",
                "SD2021-54 art.(二)[2];SD2021-54 art.(二)[7]");

        assertThatThrownBy(this::start).hasMessageContaining("依据 SD2021-54 art.(二)[7] 不是");
    }

    @Test
    void theBasisOfABoundIsLookedUpToo() throws IOException {
        policies.replace("220000-jilin/contribution-base.dmn", "\"JL2022-19 art.7(1)[b];", "\"JL2022-19 art.7(1)[z];");

        assertThatThrownBy(this::start).hasMessageContaining("依据 JL2022-19 art.7(1)[z] 不是");
    }

    @Test
    void anOpenReadingThatNobodyWroteDownIsNamed() throws IOException {
        policies.replace(TABLE, "（A48）", "（A98）");

        assertThatThrownBy(this::start).hasMessageContaining("suspension_370000_SD2021_54_inService：没有编号为 A98 的歧义");
    }

    @Test
    void aDocumentThatSpeaksWithoutDataIsNamed() throws IOException {
        Files.delete(folder.resolve("sources/NAT2021-43.yaml"));

        assertThatThrownBy(this::start)
                .hasMessageContaining("precedence.dmn 指明的文件 NAT2021-43 没有数据")
                .hasMessageContaining("依据 NAT2021-43 不是任何文件的条款");
    }

    @Test
    void aDocumentWithoutAPeriodStopsTheStartWithItsFileNamed() throws IOException {
        policies.replace("sources/TL2022.yaml", "inForceFrom: 2022-04-01\n", "");

        assertThatThrownBy(this::start)
                .isInstanceOf(DecisionTableException.class)
                .hasMessageStartingWith("sources/TL2022.yaml")
                .hasMessageContaining("缺少 inForceFrom");
    }

    @Test
    void aFolderWithoutDocumentsIsJudgedByThePackagedOnes() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("sources"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder.resolve("sources"));

        assertThatCode(this::start).doesNotThrowAnyException();
    }

    private Policies start() {
        WorkingCalendar calendar = WorkingCalendar.ofPackagedNotices();
        return Policies.of(folder, Regions.load(), () -> calendar);
    }
}
