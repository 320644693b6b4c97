package org.yiban.policy.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.policy.Policies;
import org.yiban.policy.gaps.Gaps;
import org.yiban.policy.sources.Sources;
import org.yiban.policy.tables.DecisionTables;
import org.yiban.policy.tables.TableFile;
import org.yiban.region.Regions;

class TableVersionsTest {

    private static final String WAITING = "220000-jilin/waiting-period.dmn";
    private static final LocalDate FROM = LocalDate.of(2027, 1, 1);
    private static final Map<String, String> FIRST_ENROLMENT =
            Map.of("region", "220000", "scheme", "EMPLOYEE", "identity", "EMPLOYER", "event", "FIRST");

    private final DecisionTables packaged = DecisionTables.packaged();

    @Test
    void theSetInForceOnTheBusinessDateAnswers() {
        // given
        TableVersions versions = new TableVersions(packaged);
        Policies policies = policies(versions);

        // when
        versions.exchange(packaged, Map.of(FROM, packaged.with(List.of(sixtyDays()))));

        // then
        assertThat(benefitStart(policies, FROM.minusDays(1))).isEqualTo("2027-04-01");
        assertThat(benefitStart(policies, FROM)).isEqualTo("2027-03-03");
    }

    @Test
    void anExplanationNamesTheVersionThatAnswered() {
        // given
        TableVersions versions = new TableVersions(packaged);
        versions.exchange(packaged, Map.of(FROM, packaged.with(List.of(sixtyDays()))));
        Policies policies = policies(versions);

        // then
        assertThat(policies.decide("waiting-period", facts(FROM)).explanation().tableVersion())
                .isEqualTo(sixtyDays().version());
        assertThat(policies.speaking("waiting-period", "220000", FROM).get(0).version())
                .isEqualTo(sixtyDays().version());
        assertThat(policies.speaking("waiting-period", "220000", FROM.minusDays(1))
                        .get(0)
                        .version())
                .isEqualTo(packaged.files().get(WAITING).version());
    }

    @Test
    void aSetWithAnotherFileLeavesTheFirstSetAsItWas() {
        // when
        DecisionTables replaced = packaged.with(List.of(sixtyDays()));

        // then
        assertThat(packaged.files().get(WAITING)).isNotEqualTo(sixtyDays());
        assertThat(replaced.files()).containsEntry(WAITING, sixtyDays()).hasSameSizeAs(packaged.files());
        assertThat(replaced.tableIds()).isEqualTo(packaged.tableIds());
    }

    private static Policies policies(TableVersions versions) {
        WorkingCalendar calendar = WorkingCalendar.ofPackagedNotices();
        return new Policies(Regions.load(), () -> calendar, versions, Sources.packaged(), Gaps.packaged());
    }

    private static Object benefitStart(Policies policies, LocalDate paidOn) {
        return policies.decide("waiting-period", facts(paidOn)).results().get("benefitStart");
    }

    private static Map<String, String> facts(LocalDate paidOn) {
        Map<String, String> facts = new HashMap<>(FIRST_ENROLMENT);
        facts.put("paidOn", paidOn.toString());
        return facts;
    }

    private TableFile sixtyDays() {
        String text = new String(packaged.files().get(WAITING).content(), StandardCharsets.UTF_8);
        String cell = "_first_out_startAfter\"><text>";
        return new TableFile(WAITING, text.replace(cell + "90", cell + "60").getBytes(StandardCharsets.UTF_8));
    }
}
