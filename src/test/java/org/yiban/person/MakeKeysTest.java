package org.yiban.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MakeKeysTest {

    @TempDir
    Path folder;

    @Test
    void aKeyFileIsMadeWhereThereIsNone() {
        Path file = folder.resolve("new/keys.json");

        assertThat(MakeKeys.run(new String[] {file.toString()})).isZero();

        assertThat(file).content().contains("AesGcmKey", "HmacPrfKey");
    }

    @Test
    void anExistingFileIsLeftAsItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("keys.json"), "precious");

        assertThat(MakeKeys.run(new String[] {file.toString()})).isEqualTo(1);

        assertThat(file).hasContent("precious");
    }

    @Test
    void aCallWithoutAFileIsToldHow() {
        assertThat(MakeKeys.run(new String[0])).isEqualTo(2);
    }
}
