package org.yiban.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MakeKeysTest {

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void aKeyFileIsMadeWhereThereIsNone() {
        Path file = folder.resolve("new/keys.json");

        assertThat(run(file.toString())).isZero();

        assertThat(file).content().contains("AesGcmKey", "HmacPrfKey");
    }

    @Test
    void anExistingFileIsLeftAsItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("keys.json"), "precious");

        assertThat(run(file.toString())).isEqualTo(1);

        assertThat(file).hasContent("precious");
    }

    @Test
    void aCallWithoutAFileIsToldHow() {
        assertThat(run()).isEqualTo(2);
    }

    private int run(String... arguments) {
        return MakeKeys.run(List.of(arguments), new PrintStream(console, true), new PrintStream(console, true));
    }
}
