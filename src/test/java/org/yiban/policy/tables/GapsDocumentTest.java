package org.yiban.policy.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GapsDocumentTest {

    private static final Path DOCUMENT = Path.of("docs", "gaps.md");

    @Test
    void theListOfGapsIsWhatTheDataSay() throws IOException {
        // given
        String current = GapsDocument.of(SweptPolicy.FAMILIES, SweptPolicy.GAPS.all());

        // when
        if (Boolean.getBoolean("yiban.write")) {
            Files.writeString(DOCUMENT, current);
        }

        // then
        assertThat(DOCUMENT).hasContent(current);
    }
}
