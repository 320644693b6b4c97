package org.yiban.workflow.terms;

import java.util.ArrayList;
import org.camunda.bpm.engine.impl.calendar.BusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;
import org.yiban.calendar.WorkingCalendars;
import org.yiban.kernel.BusinessTime;

/** Teaches the engine working days, in due dates, follow-up dates and timers. */
@Component
class TermsPlugin extends AbstractProcessEnginePlugin {

    private final WorkingCalendars calendars;
    private final BusinessTime time;

    TermsPlugin(WorkingCalendars calendars, BusinessTime time) {
        this.calendars = calendars;
        this.time = time;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        MapBusinessCalendarManager kinds = new MapBusinessCalendarManager();
        kinds.addBusinessCalendar(DueDateBusinessCalendar.NAME, workingDays(new DueDateBusinessCalendar()));
        kinds.addBusinessCalendar(DurationBusinessCalendar.NAME, workingDays(new DurationBusinessCalendar()));
        // Stock: the engine asks for this class itself.
        kinds.addBusinessCalendar(CycleBusinessCalendar.NAME, new CycleBusinessCalendar());
        configuration.setBusinessCalendarManager(kinds);
        if (configuration.getCustomPreBPMNParseListeners() == null) {
            configuration.setCustomPreBPMNParseListeners(new ArrayList<>());
        }
        configuration.getCustomPreBPMNParseListeners().add(new TermsInModels());
    }

    private BusinessCalendar workingDays(BusinessCalendar stock) {
        return new WorkingDays(stock, calendars, time);
    }
}
