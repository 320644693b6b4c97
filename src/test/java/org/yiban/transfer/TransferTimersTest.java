package org.yiban.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.YibanTest;
import org.yiban.calendar.WorkingCalendars;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;
import org.yiban.sla.ClockEntry;
import org.yiban.sla.ClockEvent;
import org.yiban.sla.ClockTimes;
import org.yiban.sla.Clocks;
import org.yiban.sla.PauseReason;
import org.yiban.sla.TargetNature;
import org.yiban.support.Applicants;
import org.yiban.workflow.clock.ClockWatch;

/** Timers and due dates follow the clock of their case; what runs out of time comes before the supervisors once. */
@YibanTest
class TransferTimersTest {

    private static final RegionCode JINING = new RegionCode(TransferSteps.JINING);
    private static final ClockEntry BY_SUPERVISOR = ClockEntry.by("superlc", "测试");

    @Autowired
    TransferSteps steps;

    @Autowired
    Applicants applicants;

    @Autowired
    ManagementService management;

    @Autowired
    TaskService tasks;

    @Autowired
    Clocks clocks;

    @Autowired
    WorkingCalendars calendars;

    @Autowired
    BusinessTime time;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ClockWatch watch;

    @Test
    void bothTimersAndTheTaskAreSetByTheClock() {
        // when
        String out = steps.outCaseOf(accepted(0));

        // then
        assertThat(timers(out)).extracting(Job::getDuedate).containsExactlyElementsOf(ringing(out));
        assertThat(steps.openTask(out).getDueDate()).isEqualTo(at(times(out).dueAt()));
    }

    @Test
    void timersAreHeldWhileTheClockIsAndMoveWithItWhenItGoesOn() {
        // given a case accepted five working days ago, and three days ago the agency began to wait
        String out = steps.outCaseOf(accepted(5));
        LocalDate before = day(times(out));

        // when
        record(out, new ClockEvent.Paused(workingDaysAgo(3), PauseReason.APPLICANT_SUPPLEMENT));
        // then
        assertThat(timers(out)).hasSize(2).allMatch(Job::isSuspended);

        // when
        record(out, new ClockEvent.Resumed(time.now().toOffsetDateTime()));
        // then
        assertThat(calendars.of(TransferSteps.JINING).workingDaysBetween(before, day(times(out))))
                .isEqualTo(3);
        assertThat(timers(out)).noneMatch(Job::isSuspended);
        assertThat(timers(out)).extracting(Job::getDuedate).containsExactlyElementsOf(ringing(out));
        assertThat(steps.openTask(out).getDueDate()).isEqualTo(at(times(out).dueAt()));
    }

    @Test
    void anExtensionMovesTimersAndTask() {
        // given
        String out = steps.outCaseOf(accepted(0));
        List<Date> before = ringing(out);

        // when
        record(out, new ClockEvent.Extended(time.now().toOffsetDateTime(), 4));

        // then
        assertThat(timers(out)).extracting(Job::getDuedate).containsExactlyElementsOf(ringing(out));
        assertThat(ringing(out)).isNotEqualTo(before);
        assertThat(steps.openTask(out).getDueDate()).isEqualTo(at(times(out).dueAt()));
    }

    @Test
    void aTimerThatRingsTooEarlyDoesNothingAndIsMadeAnew() {
        // given
        String in = accepted(0);

        // when
        timers(in).forEach(timer -> management.executeJob(timer.getId()));

        // then
        assertThat(timers(in)).extracting(Job::getDuedate).containsExactlyElementsOf(ringing(in));
        assertThat(supervision(in)).isNull();
        assertThat(stepsOf(in)).doesNotContain("atRisk", "overdue");
    }

    @Test
    void aCaseAtRiskComesBeforeTheSupervisorsOnceAndAgainWhenItIsOverdue() {
        // given
        String in = accepted(8);
        List<Job> timers = timers(in);

        // when the first timer rings
        management.executeJob(timers.get(0).getId());
        // then
        assertThat(supervision(in).getName()).isEqualTo("督办：临期案件");
        assertThat(supervision(in).getDueDate()).isEqualTo(at(times(in).dueAt()));
        assertThat(timers(in))
                .extracting(Job::getId)
                .containsExactly(timers.get(1).getId());
        assertThat(noticesOf(in)).containsExactly("AT_RISK open");

        // when it becomes overdue, and the clock is moved without the second timer having rung
        moveTheStart(in, 3);
        management.executeJob(timers.get(1).getId());
        // then
        assertThat(supervision(in).getName()).isEqualTo("督办：逾期案件");
        assertThat(noticesOf(in)).containsExactly("AT_RISK settled", "OVERDUE open");
        assertThat(stepsOf(in)).containsOnlyOnce("atRisk").containsOnlyOnce("overdue");
        assertThat(timers(in)).isEmpty();
    }

    @Test
    void whatIsOverdueIsToldOnceThoughBothTimersRing() {
        // given
        String in = accepted(30);

        // when
        timers(in).forEach(timer -> management.executeJob(timer.getId()));

        // then
        assertThat(noticesOf(in)).containsExactly("OVERDUE open");
        assertThat(stepsOf(in)).doesNotContain("atRisk").containsOnlyOnce("overdue");
    }

    @Test
    void aCaseEndsThoughItsSupervisionIsOpenWhichEndsWithIt() {
        // given
        String in = accepted(30);
        timers(in).forEach(timer -> management.executeJob(timer.getId()));
        assertThat(supervision(in)).isNotNull();

        // when
        assertThat(steps.withdraw(in, "不转了").status()).isEqualTo(200);

        // then
        assertThat(supervision(in)).isNull();
        assertThat(timers(in)).isEmpty();
        assertThat(noticesOf(in)).containsExactly("OVERDUE settled");
    }

    @Test
    void aClockThatBeginsAnewRingsAgain() {
        // given both have rung
        String in = accepted(30);
        timers(in).forEach(timer -> management.executeJob(timer.getId()));
        assertThat(timers(in)).isEmpty();

        // when
        record(in, new ClockEvent.Reset(time.now().toOffsetDateTime(), 9, TargetNature.SET));

        // then
        assertThat(timers(in)).extracting(Job::getDuedate).containsExactlyElementsOf(ringing(in));
    }

    @Test
    void timersThatDifferFromTheClockAreRepaired() {
        // given three cases of which each lost something
        String moved = accepted(1);
        String gone = accepted(1);
        String held = steps.outCaseOf(accepted(1));
        jdbc.sql("update act_ru_job set duedate_ = duedate_ + interval '1 day' where id_ = ?")
                .param(timers(moved).get(0).getId())
                .update();
        management.deleteJob(timers(gone).get(1).getId());
        record(held, new ClockEvent.Paused(time.now().toOffsetDateTime(), PauseReason.OTHER_REGION));
        management.activateJobById(timers(held).get(0).getId());
        tasks.setDueDate(steps.openTask(held).getId(), null);

        // when
        assertThat(watch.repair()).isGreaterThanOrEqualTo(4);

        // then
        for (String number : List.of(moved, gone, held)) {
            assertThat(timers(number)).extracting(Job::getDuedate).containsExactlyElementsOf(ringing(number));
        }
        assertThat(timers(held)).allMatch(Job::isSuspended);
        assertThat(steps.openTask(held).getDueDate()).isEqualTo(at(times(held).dueAt()));
        assertThat(watch.repair()).isZero();
    }

    /** A transfer-in accepted so many working days ago; its other side is under way. */
    private String accepted(int workingDays) {
        LocalDate on = workingDaysAgo(workingDays).toLocalDate();
        Map<String, Object> application = TransferSteps.application(applicants.employedIn(JINING));
        application.put("appliedOn", on.toString());
        String number = steps.register(application).text("caseNumber");
        assertThat(steps.accept(number, on).status()).isEqualTo(200);
        steps.messagesArrive();
        return number;
    }

    private OffsetDateTime workingDaysAgo(int workingDays) {
        LocalDate day = time.today();
        while (calendars.of(TransferSteps.LIAOCHENG).workingDaysBetween(day, time.today()) < workingDays) {
            day = day.minusDays(1);
        }
        return day.atStartOfDay(BusinessTime.ZONE).toOffsetDateTime();
    }

    private void record(String number, ClockEvent event) {
        transaction.executeWithoutResult(status -> clocks.record(new CaseNumber(number), event, BY_SUPERVISOR));
    }

    /** As if the case had been accepted so many working days earlier, behind the back of the timers. */
    private void moveTheStart(String number, int workingDays) {
        OffsetDateTime before = workingDaysAgo(8 + workingDays);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("update yiban.clock_event set at = ? where case_number = ? and type = 'STARTED'")
                    .params(before, number)
                    .update();
        });
    }

    private ClockTimes times(String number) {
        return clocks.times(new CaseNumber(number)).orElseThrow();
    }

    private static LocalDate day(ClockTimes times) {
        return times.dueAt().toLocalDate();
    }

    private List<Date> ringing(String number) {
        return List.of(at(times(number).atRiskAt()), at(times(number).overdueAt()));
    }

    private static Date at(ZonedDateTime instant) {
        return Date.from(instant.toInstant());
    }

    /** The timers of a case, the first to ring first. */
    private List<Job> timers(String number) {
        String instance = jdbc.sql("select id_ from act_ru_execution where business_key_ = ? and parent_id_ is null")
                .param(number)
                .query(String.class)
                .optional()
                .orElse("none");
        return management
                .createJobQuery()
                .processInstanceId(instance)
                .timers()
                .orderByJobDuedate()
                .asc()
                .list();
    }

    private Task supervision(String number) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(number + "/supervision")
                .singleResult();
    }

    private List<String> noticesOf(String number) {
        return jdbc.sql("""
                        select kind || case when settled_at is null then ' open' else ' settled' end
                        from yiban.escalation_notice where case_number = ? order by id
                        """).param(number).query(String.class).list();
    }

    private List<String> stepsOf(String number) {
        return jdbc.sql("select step from yiban.case_event where case_number = ? order by id")
                .param(number)
                .query(String.class)
                .list();
    }
}
