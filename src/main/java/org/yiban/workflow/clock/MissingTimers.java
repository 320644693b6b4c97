package org.yiban.workflow.clock;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.springframework.stereotype.Component;
import org.yiban.kernel.CaseNumber;
import org.yiban.sla.CaseClock;
import org.yiban.sla.Clocks;

/**
 * Makes the timers of a case that are gone although the clock will ring again: it began anew after they had rung, or one
 * rang too early. One whose ringing is on record for this run of the clock is not missed.
 */
@Component
class MissingTimers {

    private final EscalationNotices notices;
    private final Clocks clocks;

    MissingTimers(EscalationNotices notices, Clocks clocks) {
        this.notices = notices;
        this.clocks = clocks;
    }

    /** Within a command of the engine; returns how many were made. */
    int make(List<Missing> missing) {
        Map<CaseNumber, Set<EscalationNotices.Raised>> raised = notices.raised(
                missing.stream().map(each -> each.instance().caseNumber()).toList());
        int made = 0;
        for (Missing each : missing) {
            Set<EscalationNotices.Raised> known =
                    raised.getOrDefault(each.instance().caseNumber(), Set.of());
            if (!hasRung(each, known) && make(each, Context.getCommandContext())) {
                made++;
            }
        }
        return made;
    }

    private boolean hasRung(Missing missing, Set<EscalationNotices.Raised> raised) {
        if (raised.isEmpty()) {
            return false;
        }
        CaseClock clock = clocks.of(missing.instance().caseNumber()).orElseThrow();
        int run = Escalation.runOf(clock);
        // Who is overdue need not be told any more that the case is at risk.
        return raised.contains(new EscalationNotices.Raised(run, Escalation.OVERDUE))
                || (missing.instant() == ClockInstant.AT_RISK
                        && raised.contains(new EscalationNotices.Raised(run, Escalation.AT_RISK)));
    }

    private static boolean make(Missing missing, CommandContext context) {
        ExecutionEntity instance = context.getExecutionManager()
                .findExecutionById(missing.instance().id());
        ActivityImpl event = instance.getProcessDefinition().findActivity(missing.event());
        Optional<ExecutionEntity> waiting = executionIn(event.getEventScope(), instance);
        waiting.ifPresent(execution -> {
            TimerEntity timer = TimerDeclarationImpl.getDeclarationsForScope(event.getEventScope())
                    .get(missing.event())
                    .createTimer(execution);
            missing.instance().align(timer);
        });
        return waiting.isPresent();
    }

    /** The execution that is in a scope of the model now. */
    private static Optional<ExecutionEntity> executionIn(ScopeImpl scope, ExecutionEntity instance) {
        if (scope == instance.getProcessDefinition()) {
            return Optional.of(instance);
        }
        return leavesOf(instance)
                .filter(leaf -> leaf.getActivity() != null)
                .map(leaf -> leaf.createActivityExecutionMapping().get(scope))
                .filter(ExecutionEntity.class::isInstance)
                .map(ExecutionEntity.class::cast)
                .findFirst();
    }

    private static Stream<ExecutionEntity> leavesOf(ExecutionEntity execution) {
        Collection<ExecutionEntity> children = execution.getExecutions();
        return children.isEmpty() ? Stream.of(execution) : children.stream().flatMap(MissingTimers::leavesOf);
    }

    /** An event of a process that waits for the clock without a timer. */
    record Missing(ClockedInstance instance, String event) {

        ClockInstant instant() {
            return instance.model().timers().get(event);
        }
    }
}
