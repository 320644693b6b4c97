package org.yiban.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

class DatabaseFailureAnalyzerTest {

    private final MockEnvironment environment = new MockEnvironment()
            .withProperty("spring.datasource.url", "jdbc:postgresql://db.example:5432/yiban?password=secret")
            .withProperty("spring.datasource.username", "yiban");

    @ParameterizedTest
    @CsvSource({
        "CONNECTION_UNABLE_TO_CONNECT, 连接不上, SPRING_DATASOURCE_URL",
        "INVALID_PASSWORD, 拒绝了用户 yiban, SPRING_DATASOURCE_PASSWORD"
    })
    void theMessageSaysWhichServerAndWhatToCheck(PSQLState state, String what, String check) {
        // when
        FailureAnalysis analysis = analysisOf(new PSQLException("it failed", state));

        // then
        assertThat(analysis.getDescription()).contains(what, "jdbc:postgresql://db.example:5432/yiban");
        assertThat(analysis.getAction()).contains(check);
    }

    @Test
    void noPasswordIsShown() {
        // when
        FailureAnalysis analysis = analysisOf(new PSQLException("it failed", PSQLState.INVALID_PASSWORD));

        // then
        assertThat(analysis.getDescription()).doesNotContain("secret");
        assertThat(DatabaseFailureAnalyzer.withoutSecrets("jdbc:postgresql://yiban:secret@db/yiban"))
                .isEqualTo("jdbc:postgresql://db/yiban");
    }

    @Test
    void otherErrorsOfTheDatabaseKeepTheirOwnMessage() {
        assertThat(analysisOf(new PSQLException("it failed", PSQLState.SYNTAX_ERROR)))
                .isNull();
    }

    private FailureAnalysis analysisOf(PSQLException failure) {
        return new DatabaseFailureAnalyzer(environment).analyze(new IllegalStateException(failure));
    }
}
