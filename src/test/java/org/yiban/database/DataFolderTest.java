package org.yiban.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path temp;

    @Test
    void claimingMakesTheFolderAndNamesTheProcess() throws Exception {
        // when
        try (DataFolder folder = DataFolder.claim(temp.resolve("not/there/yet"))) {
            // then
            assertThat(Files.readString(folder.path().resolve(".lock")))
                    .isEqualTo(ProcessHandle.current().pid() + "\n");
        }
    }

    @Test
    void aFolderInUseIsRefusedWithTheHoldersProcess() {
        // given
        try (DataFolder held = DataFolder.claim(temp)) {
            // when, then
            assertThatThrownBy(() -> DataFolder.claim(held.path()))
                    .isInstanceOf(StartUpException.class)
                    .hasMessageContaining("正在使用中")
                    .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
        }
    }

    @Test
    void aFolderGivenUpCanBeClaimedAgain() {
        // given
        DataFolder.claim(temp).close();

        // when
        try (DataFolder again = DataFolder.claim(temp)) {
            // then
            assertThat(again.path()).isEqualTo(temp.toAbsolutePath());
        }
    }

    @Test
    void aPathThatIsAFileIsRefused() throws Exception {
        // given
        Path file = Files.writeString(temp.resolve("file"), "not a folder");

        // when, then
        assertThatThrownBy(() -> DataFolder.claim(file))
                .isInstanceOf(StartUpException.class)
                .hasMessageContaining("不能写入")
                .hasMessageContaining(file.toString());
    }
}
