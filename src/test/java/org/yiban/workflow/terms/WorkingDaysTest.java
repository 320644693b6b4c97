package org.yiban.workflow.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Date;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.kernel.BusinessTime;

class WorkingDaysTest {

    private static final WorkingCalendar NATIONAL = WorkingCalendar.ofPackagedNotices();

    /** Thursday before the Spring Festival of 2026, seen from a machine whose own day is still the 11th in London. */
    private final BusinessTime time =
            new BusinessTime(Clock.fixed(Instant.parse("2026-02-11T23:30:00Z"), BusinessTime.ZONE));

    private final WorkingDays dates = new WorkingDays(new DueDateBusinessCalendar(), () -> NATIONAL, time);
    private final WorkingDays durations = new WorkingDays(new DurationBusinessCalendar(), () -> NATIONAL, time);

    @ParameterizedTest
    @CsvSource({
        "P1WD, 2026-02-14T00:00+08:00",
        // Saturday 14 is worked, 15 to 23 are off
        "P2WD, 2026-02-15T00:00+08:00",
        "P3WD, 2026-02-25T00:00+08:00",
        "2026-02-10/P3WD, 2026-02-14T00:00+08:00",
        "2026-02-09T17:30:00Z/P3WD, 2026-02-14T00:00+08:00",
        "2026-02-10T23:59:59/P3WD, 2026-02-14T00:00+08:00"
    })
    void aTimerFiresWhenTheLastWorkingDayHasEnded(String text, String fires) {
        assertThat(dates.resolveDuedate(text)).isEqualTo(date(fires));
        assertThat(durations.resolveDuedate(text)).isEqualTo(date(fires));
    }

    @Test
    void aTaskIsDueAtTheLastSecondOfTheLastWorkingDay() {
        assertThat(dates.resolveDuedate("P3WD", new TaskEntity())).isEqualTo(date("2026-02-24T23:59:59+08:00"));
    }

    @Test
    void aTermAskedForAtAnotherTimeRunsFromThatDay() {
        assertThat(dates.resolveDuedate("P1WD", date("2026-02-14T08:00+08:00")))
                .isEqualTo(date("2026-02-25T00:00+08:00"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P0WD",
                "PxWD",
                "P-5WD",
                "P1000WD",
                "p5wd",
                "5WD",
                "PT5WD",
                "P5WDT4H",
                "2026-02-30/P5WD",
                "P5WD/2026-02-12",
                "/P5WD"
            })
    void nonsenseIsRefusedInWordsThatSayWhatIsRight(String text) {
        assertThatThrownBy(() -> dates.resolveDuedate(text))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining(text)
                .hasMessageContaining("应写 P5WD")
                .hasMessageContaining("write P5WD");
    }

    @Test
    void everythingElseIsLeftToTheStockCalendars() {
        assertThat(dates.resolveDuedate("2026-03-03T00:00:00+08:00")).isEqualTo(date("2026-03-03T00:00+08:00"));
        assertThat(dates.resolveDuedate("P2D", date("2026-03-03T08:00+08:00")))
                .isEqualTo(date("2026-03-05T08:00+08:00"));
        assertThat(durations.resolveDuedate("P1W", date("2026-03-03T08:00+08:00")))
                .isEqualTo(date("2026-03-10T08:00+08:00"));
        assertThatThrownBy(() -> durations.resolveDuedate("P5X")).isInstanceOf(ProcessEngineException.class);
    }

    private static Date date(String text) {
        return Date.from(ZonedDateTime.parse(text).toInstant());
    }
}
