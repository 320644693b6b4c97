package org.yiban.policy.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.region.Regions;

/** The tables of the repository, with their cases. */
class PackagedTablesTest {

    @Test
    void theTablesHaveNoFault() {
        // given
        WorkingCalendar calendar = WorkingCalendar.ofPackagedNotices();

        // when
        List<TableFinding> found = TableChecks.in(Path.of("processes", "policy"), null, Regions.load(), () -> calendar);

        // then
        assertThat(found)
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .isEmpty();
    }
}
