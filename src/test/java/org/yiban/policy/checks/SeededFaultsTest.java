package org.yiban.policy.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.policy.tables.WrittenTable;
import org.yiban.policy.tables.WrittenTables;
import org.yiban.region.Regions;
import org.yiban.support.PolicyFolder;

/** Faults seeded one at a time into a copy of the real tables: each is found, and the engine confirms the example. */
class SeededFaultsTest {

    private static final Regions REGIONS = Regions.load();
    private static final WorkingCalendar CALENDAR = WorkingCalendar.ofPackagedNotices();
    private static Set<String> unmutated;

    @TempDir
    Path folder;

    static List<Fault> faults() {
        return Fault.all();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aSeededFaultIsFoundWhereItIs(Fault fault) throws IOException {
        // given
        Set<String> before = unmutated();
        if (fault.cases()) {
            PolicyFolder.whole(folder);
        } else {
            PolicyFolder.withoutCases(folder);
        }
        fault.seed(folder);

        // when
        List<TableFinding> found = check(folder).stream()
                .filter(finding -> !before.contains(finding.toString()))
                .toList();

        // then
        assertThat(found).anyMatch(fault::isFoundBy);
        confirm(found.stream().filter(fault::isFoundBy).toList());
    }

    @Test
    void thereAreFaultsOfEveryKind() {
        assertThat(faults()).hasSizeGreaterThan(60);
        assertThat(faults()).extracting(Fault::kind).contains(FindingKind.values());
        assertThat(faults()).extracting(Fault::name).doesNotHaveDuplicates();
    }

    /** Both rules of an overlap fire on its example, and no rule of the table on a gap's. */
    private void confirm(List<TableFinding> findings) {
        WrittenTables tables = null;
        for (TableFinding finding : findings) {
            boolean overlap =
                    finding.kind() == FindingKind.OVERLAP && !finding.table().equals("precedence");
            if (!overlap && finding.kind() != FindingKind.GAP) {
                continue;
            }
            tables = tables == null ? WrittenTables.in(folder) : tables;
            WrittenTable table = tables.tables().stream()
                    .filter(written -> written.id().equals(finding.table()))
                    .findFirst()
                    .orElseThrow();
            List<String> fired = tables.fired(table, finding.example());
            if (overlap) {
                assertThat(fired).containsAll(finding.rules()).hasSizeGreaterThan(1);
            } else {
                assertThat(fired).isEmpty();
            }
        }
    }

    private static Set<String> unmutated() {
        if (unmutated == null) {
            unmutated = check(Path.of("processes", "policy")).stream()
                    .map(TableFinding::toString)
                    .collect(Collectors.toSet());
        }
        return unmutated;
    }

    private static List<TableFinding> check(Path folder) {
        return TableChecks.in(folder, null, REGIONS, () -> CALENDAR);
    }
}
