package org.yiban.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yiban.sla.Moments.at;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.kernel.ProblemException;
import org.yiban.sla.ClockEvent.Extended;
import org.yiban.sla.ClockEvent.LegBegun;
import org.yiban.sla.ClockEvent.Paused;
import org.yiban.sla.ClockEvent.Reset;
import org.yiban.sla.ClockEvent.Resumed;
import org.yiban.sla.ClockEvent.Started;
import org.yiban.sla.ClockEvent.Stopped;

class ClockTest {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.ofPackagedNotices();
    private static final int AT_RISK_DAYS = 2;

    /** Accepted on the Thursday before the make-up Saturday and the Spring Festival of 2026: due on 3 March. */
    private static final ClockEvent STARTED = new Started(at("2026-02-12"), 9, TargetNature.LEGAL);

    private static Clock clock(ClockEvent... events) {
        return Clock.of(List.of(events), CALENDAR);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static Paused paused(String day) {
        return new Paused(at(day), PauseReason.APPLICANT_SUPPLEMENT);
    }

    private static Resumed resumed(String day) {
        return new Resumed(at(day));
    }

    @Test
    void aCaseWhoseApplicantAnswersAfterTheSpringFestivalIsDueByTheWorkingDaysWaitedLater() {
        // given the make-up Saturday 14 and the first day after the festival, 24 February: two working days waited
        Clock clock = clock(STARTED, paused("2026-02-13"), resumed("2026-02-24"));

        // then
        assertThat(clock(STARTED).dueOn()).isEqualTo("2026-03-03");
        assertThat(clock.dueOn()).isEqualTo("2026-03-05");
        assertThat(clock.pauses()).extracting(Clock.Pause::workingDays).containsExactly(2);
    }

    @Test
    void theStateFollowsTheDay() {
        Clock clock = clock(STARTED);
        assertThat(clock.read(day("2026-02-25"), AT_RISK_DAYS).state()).isEqualTo(ClockState.ON_TRACK);
        assertThat(clock.read(day("2026-02-28"), AT_RISK_DAYS).state()).isEqualTo(ClockState.AT_RISK);
        assertThat(clock.read(day("2026-03-03"), AT_RISK_DAYS).state()).isEqualTo(ClockState.AT_RISK);
        assertThat(clock.read(day("2026-03-04"), AT_RISK_DAYS).state()).isEqualTo(ClockState.OVERDUE);
    }

    @Test
    void daysUsedAndDaysLeftAreCountedInWorkingDays() {
        ClockReading reading = clock(STARTED).read(day("2026-02-28"), AT_RISK_DAYS);
        assertThat(reading.daysUsed()).isEqualTo(7);
        assertThat(reading.daysLeft()).isEqualTo(2);
        assertThat(clock(STARTED).read(day("2026-03-05"), AT_RISK_DAYS).daysLeft())
                .isEqualTo(-2);
    }

    @Test
    void aHeldClockKeepsItsDaysLeftAndForecastsTheDueDay() {
        // given
        Clock clock = clock(STARTED, paused("2026-02-13"));

        // when
        ClockReading early = clock.read(day("2026-02-14"), AT_RISK_DAYS);
        ClockReading late = clock.read(day("2026-04-20"), AT_RISK_DAYS);

        // then
        assertThat(early.state()).isEqualTo(ClockState.PAUSED);
        assertThat(late.state()).isEqualTo(ClockState.PAUSED);
        assertThat(early.daysLeft()).isEqualTo(late.daysLeft()).isEqualTo(8);
        assertThat(early.dueOn()).isEqualTo("2026-03-04");
        assertThat(late.dueOn())
                .isEqualTo(CALENDAR.addWorkingDays(day("2026-04-20"), 8).date());
    }

    @Test
    void aPauseThatBeginsOnTheDueDayStillHoldsAndOneThatBeginsLaterDoesNot() {
        assertThat(clock(STARTED, paused("2026-03-03"))
                        .read(day("2026-03-10"), AT_RISK_DAYS)
                        .state())
                .isEqualTo(ClockState.PAUSED);
        assertThat(clock(STARTED, paused("2026-03-03"), resumed("2026-03-10")).dueOn())
                .isEqualTo("2026-03-10");
        assertThat(clock(STARTED, paused("2026-03-04"))
                        .read(day("2026-03-10"), AT_RISK_DAYS)
                        .state())
                .isEqualTo(ClockState.OVERDUE);
        assertThat(clock(STARTED, paused("2026-03-04"), resumed("2026-03-10")).dueOn())
                .isEqualTo("2026-03-03");
    }

    @Test
    void anExtensionMovesTheDueDayOfTheCaseAndOfTheLegThatRuns() {
        // given
        LegBegun leg = new LegBegun(at("2026-02-12"), Leg.TRANSFER_OUT, 6);

        // when
        Clock clock = clock(STARTED, leg, new Extended(at("2026-02-25"), 3));

        // then
        assertThat(clock.dueOn()).isEqualTo("2026-03-06");
        assertThat(clock.extended()).isEqualTo(3);
        assertThat(clock.legs(day("2026-02-25")).get(0).dueOn()).isEqualTo("2026-03-03");
    }

    @Test
    void eachLegHasATargetOfItsOwnWithinTheTotal() {
        // given
        Clock clock = clock(
                STARTED,
                new LegBegun(at("2026-02-12"), Leg.TRANSFER_OUT, 6),
                new LegBegun(at("2026-03-02"), Leg.TRANSFER_IN, 3));

        // when
        List<LegReading> legs = clock.legs(day("2026-03-02"));

        // then
        assertThat(legs).extracting(LegReading::leg).containsExactly(Leg.TRANSFER_OUT, Leg.TRANSFER_IN);
        assertThat(legs).extracting(LegReading::late).containsExactly(true, false);
        assertThat(legs.get(0).dueOn()).isEqualTo("2026-02-27");
        assertThat(legs.get(0).daysLeft()).isEqualTo(-2);
        assertThat(legs.get(1).dueOn()).isEqualTo("2026-03-05");
        assertThat(clock.dueOn()).isEqualTo("2026-03-03");
    }

    @Test
    void aLegThatBeginsWhileTheClockIsHeldIsHeldToo() {
        // given
        Clock clock = clock(
                STARTED,
                paused("2026-02-24"),
                new LegBegun(at("2026-02-25"), Leg.TRANSFER_IN, 3),
                resumed("2026-02-27"));

        // then
        assertThat(clock.legs(day("2026-02-27")).get(0).dueOn()).isEqualTo("2026-03-03");
    }

    @Test
    void aStoppedClockMetOrMissedItsDueDayForEver() {
        assertThat(clock(STARTED, new Stopped(at("2026-03-03")))
                        .read(day("2027-01-01"), AT_RISK_DAYS)
                        .state())
                .isEqualTo(ClockState.MET);
        ClockReading missed = clock(STARTED, new Stopped(at("2026-03-05"))).read(day("2027-01-01"), AT_RISK_DAYS);
        assertThat(missed.state()).isEqualTo(ClockState.MISSED);
        assertThat(missed.daysLeft()).isEqualTo(-2);
    }

    @Test
    void aResetCountsFromItsDayAndForgetsWhatWasBefore() {
        // given
        Clock clock = clock(
                STARTED,
                paused("2026-02-13"),
                new Stopped(at("2026-02-25")),
                new Reset(at("2026-03-02"), 5, TargetNature.SET));

        // then
        assertThat(clock.acceptedOn()).isEqualTo("2026-03-02");
        assertThat(clock.dueOn()).isEqualTo("2026-03-09");
        assertThat(clock.pauses()).isEmpty();
        assertThat(clock.stoppedOn()).isEmpty();
    }

    @Test
    void aDueDayInAYearWithoutNoticeIsProvisional() {
        Clock clock = clock(new Started(at("2026-12-25"), 9, TargetNature.LEGAL));
        assertThat(clock.read(day("2026-12-25"), AT_RISK_DAYS).provisional()).isTrue();
        assertThat(clock(STARTED).read(day("2026-02-12"), AT_RISK_DAYS).provisional())
                .isFalse();
    }

    @Test
    void whatCannotBeIsRefused() {
        assertRefused("时限尚未起算");
        assertRefused("不能再次起算", STARTED, new Started(at("2026-02-20"), 9, TargetNature.LEGAL));
        assertRefused("早于时限的起算日", STARTED, paused("2026-02-11"));
        assertRefused("已经暂停", STARTED, paused("2026-02-13"), paused("2026-02-14"));
        assertRefused("没有暂停", STARTED, resumed("2026-02-13"));
        assertRefused("时限不再变动", STARTED, new Stopped(at("2026-02-13")), new Extended(at("2026-02-14"), 1));
    }

    private static void assertRefused(String why, ClockEvent... events) {
        assertThatThrownBy(() -> clock(events))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(why);
    }
}
