package org.yiban.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.policy.tables.DecisionTableException;
import org.yiban.region.Regions;

class DecisionTableFailureAnalyzerTest {

    @Test
    void aTableThatStopsTheStartIsNamedWithItsCell(@TempDir Path folder) throws IOException {
        // given
        String text = Files.readString(Path.of("processes", "policy", "precedence.dmn"));
        Files.writeString(
                folder.resolve("precedence.dmn"), text.replace("<text>\"371500\"</text>", "<text>371500\"</text>"));
        WorkingCalendar calendar = WorkingCalendar.ofPackagedNotices();

        // when
        DecisionTableException defect = catchThrowableOfType(
                DecisionTableException.class, () -> Policies.of(folder, Regions.load(), () -> calendar));
        FailureAnalysis shown =
                new DecisionTableFailureAnalyzer().analyze(new BeanCreationException("policies", "no", defect));

        // then
        assertThat(shown.getDescription()).contains("precedence.dmn", "规则 precedence_", "列 pool", "371500\"");
        assertThat(shown.getAction()).contains("check-tables");
    }
}
