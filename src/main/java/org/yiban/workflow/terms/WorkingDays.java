package org.yiban.workflow.terms;

import java.time.LocalDate;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.calendar.BusinessCalendar;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.task.Task;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.calendar.WorkingCalendars;
import org.yiban.kernel.BusinessTime;

/**
 * One of the engine's calendars that also knows working days, those of the pool whose instance asks. Everything else is
 * left to the stock calendar. A task is due at the last second of its last working day, a timer fires when that day has
 * ended. A timer that belongs to no instance (a timer start event) counts the days of the whole country.
 */
class WorkingDays implements BusinessCalendar {

    private final BusinessCalendar stock;
    private final WorkingCalendars calendars;
    private final BusinessTime time;

    WorkingDays(BusinessCalendar stock, WorkingCalendars calendars, BusinessTime time) {
        this.stock = stock;
        this.calendars = calendars;
        this.time = time;
    }

    @Override
    public Date resolveDuedate(String text) {
        return resolveDuedate(text, (Date) null);
    }

    @Override
    public Date resolveDuedate(String text, Date start) {
        return lastDay(text, start, poolOfInstance())
                .map(day -> Date.from(BusinessTime.endOf(day).toInstant()))
                .orElseGet(() -> stock.resolveDuedate(text, start));
    }

    @Override
    public Date resolveDuedate(String text, Task task) {
        return lastDay(text, null, task.getTenantId())
                .map(day -> Date.from(BusinessTime.endOf(day).minusSeconds(1).toInstant()))
                .orElseGet(() -> stock.resolveDuedate(text, task));
    }

    private Optional<LocalDate> lastDay(String text, Date start, String pool) {
        LocalDate askedOn = start == null
                ? time.today()
                : start.toInstant().atZone(BusinessTime.ZONE).toLocalDate();
        try {
            return WorkingDayTerm.parse(text).map(term -> term.lastDay(calendarOf(pool), askedOn));
        } catch (IllegalArgumentException e) {
            throw new ProcessEngineException(e.getMessage(), e);
        }
    }

    private WorkingCalendar calendarOf(String pool) {
        return pool == null ? calendars.current() : calendars.of(pool);
    }

    private static String poolOfInstance() {
        var context = Context.getCoreExecutionContext();
        return context != null && context.getExecution() instanceof ExecutionEntity execution
                ? execution.getTenantId()
                : null;
    }
}
