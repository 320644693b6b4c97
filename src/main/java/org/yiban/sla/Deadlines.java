package org.yiban.sla;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.calendar.DueDay;
import org.yiban.calendar.WorkingCalendars;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;

/** Sets and keeps the deadlines of cases. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Deadlines {

    private final JdbcClient jdbc;
    private final WorkingCalendars calendars;
    private final BusinessTime time;

    Deadlines(JdbcClient jdbc, WorkingCalendars calendars, BusinessTime time) {
        this.jdbc = jdbc;
        this.calendars = calendars;
        this.time = time;
    }

    /** Starts the clock: the acceptance day is not counted, the last working day is the due day. */
    public Deadline start(CaseNumber number, LocalDate acceptedOn, int workingDays) {
        DueDay due = calendars.current().addWorkingDays(acceptedOn, workingDays);
        return keep(number, new Deadline(acceptedOn, workingDays, due.date(), due.provisional(), false));
    }

    /** Gives a case the deadline of another one, as the two sides of a transfer share theirs. */
    public Deadline keep(CaseNumber number, Deadline deadline) {
        jdbc.sql("""
                        insert into yiban.deadline (case_number, accepted_on, working_days, due_on, provisional)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(
                        number.value(),
                        deadline.acceptedOn(),
                        deadline.workingDays(),
                        deadline.dueOn(),
                        deadline.provisional())
                .update();
        return deadline;
    }

    /** Writes down that the deadline has passed; says whether this is news. */
    public boolean markPassed(CaseNumber number) {
        return jdbc.sql("update yiban.deadline set passed_at = ? where case_number = ? and passed_at is null")
                        .params(time.now().toOffsetDateTime(), number.value())
                        .update()
                == 1;
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<Deadline> of(CaseNumber number) {
        return jdbc.sql("""
                        select accepted_on, working_days, due_on, provisional, passed_at is not null as passed
                        from yiban.deadline where case_number = ?
                        """)
                .param(number.value())
                .query((row, i) -> new Deadline(
                        row.getObject("accepted_on", LocalDate.class),
                        row.getInt("working_days"),
                        row.getObject("due_on", LocalDate.class),
                        row.getBoolean("provisional"),
                        row.getBoolean("passed")))
                .optional();
    }
}
