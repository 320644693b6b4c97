package org.yiban.workflow.clock;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yiban.kernel.BusinessTime;
import org.yiban.sla.ClockTimes;
import org.yiban.sla.Clocks;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/**
 * What the transfer models of the first release name and today's do not: cases that run by them end by them. Their timers
 * and due dates are set once and do not follow the clock; what rings asks it all the same.
 */
@Configuration(proxyBeanMethods = false)
class EarlierModels {

    @Bean
    CaseDelegate recordTransferOverdueDelegate(EscalateDeadlineDelegate escalate) {
        return escalate;
    }

    @Bean
    CaseDelegate applyDeadlineDelegate(Clocks clocks) {
        return new CaseDelegate() {
            @Override
            protected void run(DelegateExecution execution) {
                ClockTimes times =
                        clocks.times(CaseVariables.caseNumber(execution)).orElseThrow();
                execution.setVariables(Map.of("dueAt", iso(times.dueAt()), "overdueAt", iso(times.overdueAt())));
            }
        };
    }

    private static String iso(ZonedDateTime at) {
        return at.withZoneSameInstant(BusinessTime.ZONE).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
