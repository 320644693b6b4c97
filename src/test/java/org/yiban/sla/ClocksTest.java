package org.yiban.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiban.sla.Moments.at;
import static org.yiban.sla.Moments.noon;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.YibanTest;
import org.yiban.casework.CaseKind;
import org.yiban.casework.Cases;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.region.RegionCode;
import org.yiban.sla.ClockEvent.Extended;
import org.yiban.sla.ClockEvent.LegBegun;
import org.yiban.sla.ClockEvent.Paused;
import org.yiban.sla.ClockEvent.Resumed;
import org.yiban.sla.ClockEvent.Stopped;
import org.yiban.support.Applicants;

@YibanTest
class ClocksTest {

    private static final RegionCode POOL = new RegionCode("370800");
    private static final LocalDate ACCEPTED = LocalDate.of(2025, 9, 22);

    @Autowired
    Clocks clocks;

    @Autowired
    Cases cases;

    @Autowired
    Applicants applicants;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private long person;

    @BeforeEach
    void putAPersonOnRecord() {
        person = applicants.employedIn(POOL).id();
    }

    /** A case that was accepted before the National Day holidays, with nine working days. */
    private CaseNumber accepted() {
        return transaction.execute(status -> {
            CaseNumber number =
                    cases.open(CaseKind.TRANSFER_OUT, POOL, person, "test").number();
            clocks.start(number, ACCEPTED, 9, TargetNature.LEGAL, ClockEntry.BY_PROCESS);
            return number;
        });
    }

    private boolean record(CaseNumber number, ClockEvent event) {
        try {
            transaction.executeWithoutResult(status -> clocks.record(number, event, ClockEntry.by("test", "测试")));
            return true;
        } catch (ProblemException e) {
            return false;
        }
    }

    private Map<String, Object> row(CaseNumber number) {
        return jdbc.sql("select * from yiban.case_clock where case_number = ?")
                .param(number.value())
                .query()
                .singleRow();
    }

    private List<RecomputedClock> recompute(CaseNumber number) {
        return transaction.execute(status -> clocks.recompute(List.of(number)));
    }

    private static List<ClockEvent> randomEvents(Random random) {
        List<ClockEvent> events = new ArrayList<>();
        LocalDate day = ACCEPTED;
        for (int i = 0; i < 7; i++) {
            day = day.plusDays(random.nextInt(4));
            var moment = noon(day).plusMinutes(i);
            events.add(
                    switch (random.nextInt(5)) {
                        case 0, 1 -> new Paused(moment, PauseReason.FORCE_MAJEURE);
                        case 2 -> new Resumed(moment);
                        case 3 -> new Extended(moment, 1 + random.nextInt(3));
                        default -> new LegBegun(moment, Leg.TRANSFER_IN, 3);
                    });
        }
        if (random.nextBoolean()) {
            events.add(new Stopped(noon(day.plusDays(random.nextInt(9))).plusHours(1)));
        }
        return events;
    }

    @Test
    void whatWasKeptEventByEventIsWhatAReplayGivesInWhicheverOrderTheyCame() {
        for (int seed = 0; seed < 12; seed++) {
            // given
            CaseNumber inOrder = accepted();
            List<ClockEvent> possible = new ArrayList<>();
            for (ClockEvent event : randomEvents(new Random(seed))) {
                if (record(inOrder, event)) {
                    possible.add(event);
                }
            }
            CaseNumber otherwise = accepted();
            Collections.shuffle(possible, new Random(seed));
            while (possible.removeIf(event -> record(otherwise, event))) {
                // each that was not possible yet may be now
            }

            // then
            assertThat(recompute(inOrder)).as("seed %d", seed).isEmpty();
            if (possible.isEmpty()) {
                Map<String, Object> expected = row(inOrder);
                Map<String, Object> actual = row(otherwise);
                expected.remove("case_number");
                actual.remove("case_number");
                assertThat(actual).as("seed %d", seed).isEqualTo(expected);
            }
        }
    }

    @Test
    void theDatabaseTellsTheSameStateAsTheClock() {
        for (int seed = 0; seed < 12; seed++) {
            // given
            CaseNumber number = accepted();
            randomEvents(new Random(seed)).forEach(event -> record(number, event));
            CaseClock clock = clocks.of(number).orElseThrow();
            LocalDate last =
                    clock.events().get(clock.events().size() - 1).event().on();

            // then
            for (LocalDate day = last; day.isBefore(last.plusDays(40)); day = day.plusDays(1)) {
                String told = jdbc.sql("""
                    select yiban.clock_state(stopped_on, met, held_since, due_on, at_risk_on, ?)
                    from yiban.case_clock where case_number = ?
                    """)
                        .params(day, number.value())
                        .query(String.class)
                        .single();
                assertThat(told)
                        .as("seed %d, %s", seed, day)
                        .isEqualTo(clock.read(day).state().name());
            }
        }
    }

    @Test
    void aReplayRepairsAStoredFigure() {
        // given
        CaseNumber number = accepted();
        record(number, new Paused(at("2025-09-24"), PauseReason.OTHER_REGION));
        Map<String, Object> right = row(number);
        jdbc.sql("update yiban.case_clock set due_on = '2025-01-01', held_since = null, left_when_held = null"
                        + " where case_number = ?")
                .param(number.value())
                .update();

        // when
        List<RecomputedClock> repaired = recompute(number);

        // then
        assertThat(repaired).singleElement().satisfies(clock -> {
            assertThat(clock.dueBefore()).isEqualTo("2025-01-01");
            assertThat(clock.dueNow()).isEqualTo("2025-10-10");
        });
        assertThat(row(number)).isEqualTo(right);
    }

    @Test
    void theSameThingIsRecordedOncePerMoment() {
        // given
        CaseNumber number = accepted();
        Extended extension = new Extended(at("2025-09-24"), 1);

        // then
        assertThat(record(number, extension)).isTrue();
        assertThat(record(number, extension)).isFalse();
        assertThat(clocks.of(number).orElseThrow().clock().extended()).isEqualTo(1);
    }

    @Test
    void aPauseAfterTheDueDayEndsWithItsResumptionAndAnotherMayFollow() {
        // given a case that is overdue
        CaseNumber number = accepted();
        transaction.executeWithoutResult(
                status -> clocks.pause(number, PauseReason.APPLICANT_SUPPLEMENT, ClockEntry.by("test", "缺授权委托书")));
        assertThat(row(number).get("paused_on")).isNotNull();

        // when
        transaction.executeWithoutResult(status -> clocks.resume(number, ClockEntry.by("test", "收到原件")));

        // then
        assertThat(row(number).get("paused_on")).isNull();
        transaction.executeWithoutResult(
                status -> clocks.pause(number, PauseReason.APPLICANT_SUPPLEMENT, ClockEntry.by("test", "缺身份证件")));
        assertThat(row(number).get("paused_on")).isNotNull();
    }
}
