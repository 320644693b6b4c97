package org.yiban.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiban.calendar.StatedLocalDays.StatedSource;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.ProblemException;
import org.yiban.region.Regions;

class LocalDaysChecksTest {

    private static final Regions REGIONS = Regions.load();
    private static final BusinessTime TIME =
            new BusinessTime(Clock.fixed(Instant.parse("2026-09-10T02:00:00Z"), BusinessTime.ZONE));
    private static final StatedSource SOURCE = new StatedSource("聊防指发〔2026〕7号", "2026-09-07", "聊城市防汛抗旱指挥部（虚构）");

    @Test
    void aSingleDayNeedsNoLastDay() {
        LocalDays read = read(new StatedLocalDays("371500", "OFF", " 台风停工 ", "2026-09-08", "", SOURCE));

        assertThat(read.from()).isEqualTo(LocalDate.of(2026, 9, 8)).isEqualTo(read.to());
        assertThat(read.name()).isEqualTo("台风停工");
        assertThat(read.source())
                .isEqualTo(new LocalSource("聊防指发〔2026〕7号", LocalDate.of(2026, 9, 7), "聊城市防汛抗旱指挥部（虚构）"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "371502 | OFF | 台风停工 | 2026-09-08 | 2026-09-08 | region | 应为省或统筹区",
                "999999 | OFF | 台风停工 | 2026-09-08 | 2026-09-08 | region | 没有这个行政区划代码",
                "371500 | off | 台风停工 | 2026-09-08 | 2026-09-08 | kind | OFF（放假）或 WORK（上班）",
                "371500 | OFF | - | 2026-09-08 | 2026-09-08 | name | 必填",
                "371500 | OFF | 台风停工 | 2026-9-8 | 2026-09-08 | from | yyyy-MM-dd",
                "371500 | OFF | 台风停工 | - | 2026-09-08 | from | yyyy-MM-dd",
                "371500 | OFF | 台风停工 | 2026-09-08 | 2026-09-07 | to | 不能早于第一天",
                "371500 | OFF | 台风停工 | 2026-09-08 | 2026-10-09 | to | 不超过 31 天",
                "371500 | OFF | 台风停工 | 2025-09-08 | 2025-09-08 | from | 前后一年之内",
            })
    void whatIsWrongIsNamedWithWhatIsAllowed(
            String region, String kind, String name, String from, String to, String field, String message) {
        ProblemException refused = catchThrowableOfType(
                ProblemException.class, () -> read(new StatedLocalDays(region, kind, name, from, to, SOURCE)));

        assertThat(refused.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo(field);
            assertThat(violation.message()).contains(message);
        });
    }

    @Test
    void aSourceIsNeeded() {
        ProblemException refused = catchThrowableOfType(
                ProblemException.class,
                () -> read(new StatedLocalDays("371500", "OFF", "台风停工", "2026-09-08", null, null)));

        assertThat(refused.violations())
                .extracting(violation -> violation.field())
                .containsExactly("source.number", "source.published", "source.text");
    }

    @Test
    void daysThatTheRegionHasSpokenOfAreRefused() {
        LocalDays known = read(new StatedLocalDays("371500", "OFF", "台风停工", "2026-09-08", "2026-09-09", SOURCE));
        LocalDays wanted = read(new StatedLocalDays("371500", "OFF", "洪水", "2026-09-09", "2026-09-10", SOURCE));
        LocalDays elsewhere = read(new StatedLocalDays("370800", "OFF", "洪水", "2026-09-09", "2026-09-10", SOURCE));

        LocalDaysChecks.refuseOverlap(elsewhere, List.of(known));
        ProblemException refused = catchThrowableOfType(
                ProblemException.class, () -> LocalDaysChecks.refuseOverlap(wanted, List.of(known)));

        assertThat(refused).hasMessageContaining("台风停工").hasMessageContaining("重叠");
    }

    private static LocalDays read(StatedLocalDays stated) {
        return new LocalDaysChecks(REGIONS, TIME).read(stated, "superlc");
    }
}
