package org.yiban.policy.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.xml.ModelParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableParserTest {

    private static final Path TABLE = Path.of("processes/settings/refund-approval.dmn");

    private final TableParser parser = new TableParser();

    @Test
    void aTableIsReadAsTheLibraryReadsIt() throws IOException {
        // given
        String table = Files.readString(TABLE);

        // when, then
        assertThat(Dmn.convertToString(parser.read(stream(table))))
                .isEqualTo(Dmn.convertToString(Dmn.readModelFromStream(stream(table))));
        assertThat((Object) parser.read(stream(table)).getModelElementById("refundApproval"))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        <decisionTable | <decisionTabel
        /20191111/     | /20190000/
        <rule id="     | <rule id="1 \s
        </definitions> | </definition>
        <rule id="     | <rule ident="
        """)
    void whatTheLibraryRefusesIsRefusedInItsWords(String sound, String faulty) throws IOException {
        // given
        String table = Files.readString(TABLE).replaceFirst(sound, faulty);

        // when
        Throwable library = catchThrowable(() -> Dmn.readModelFromStream(stream(table)));
        Throwable ours = catchThrowable(() -> parser.read(stream(table)));

        // then
        assertThat(ours).isInstanceOf(ModelParseException.class);
        assertThat(Unreadable.reason(ours))
                .isEqualTo(Unreadable.reason(library))
                .startsWith("第 ");
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
