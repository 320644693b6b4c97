package org.yiban.access.walls;

import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.yiban.access.Role;
import org.yiban.region.RegionCode;

/**
 * Besides the grants of the engine: a task is worked (claimed, completed, escalated, commented upon) only by its assignee
 * or, while nobody has it, by its candidates; what concerns all pools never by the one who asked for it; it is given to somebody only by a supervisor of its pool. Administrators are
 * no exception. The application's own work (jobs, delegates, start-up) passes.
 */
class TaskCandidates extends AuthorizationCommandChecker {

    /** Name of the process variable that tells who asked for what concerns all pools. */
    private static final String ASKED_BY = "askedBy";

    @Override
    public void checkTaskWork(TaskEntity task) {
        super.checkTaskWork(task);
        Authentication person = personToCheck();
        if (person != null && !mayWork(person, task)) {
            throw new AuthorizationException(task.getAssignee() == null ? "您不是这项任务的候选办理人，不能办理。" : "这项任务由他人办理，您不能办理。");
        }
        if (person != null) {
            requireOther(person, task);
        }
    }

    private static void requireOther(Authentication person, TaskEntity task) {
        if (task.getTenantId() == null && person.getUserId().equals(task.getVariable(ASKED_BY))) {
            throw new AuthorizationException("您是申请人，须由另一位确认。");
        }
    }

    /** Whoever has a task may give it back; {@code hardening} keeps the other changes of an assignee for supervisors. */
    @Override
    public void checkTaskAssign(TaskEntity task) {
        Authentication person = personToCheck();
        if (person != null && person.getUserId().equals(task.getAssignee())) {
            return;
        }
        super.checkTaskAssign(task);
        if (person != null && !supervises(person, task)) {
            throw new AuthorizationException("只有本统筹区的主管可以分派任务。");
        }
    }

    private static Authentication personToCheck() {
        CommandContext context = Context.getCommandContext();
        return context.isAuthorizationCheckEnabled() ? context.getAuthentication() : null;
    }

    private static boolean mayWork(Authentication person, TaskEntity task) {
        if (task.getAssignee() != null) {
            return task.getAssignee().equals(person.getUserId());
        }
        return task.getCandidates().stream().anyMatch(candidate -> isOneOf(person, candidate));
    }

    private static boolean isOneOf(Authentication person, IdentityLink candidate) {
        return IdentityLinkType.CANDIDATE.equals(candidate.getType())
                && (person.getUserId().equals(candidate.getUserId())
                        || groups(person).contains(candidate.getGroupId()));
    }

    private static boolean supervises(Authentication person, TaskEntity task) {
        return task.getTenantId() != null
                && groups(person).contains(Role.SUPERVISE.groupId(new RegionCode(task.getTenantId())));
    }

    private static Collection<String> groups(Authentication person) {
        return person.getGroupIds() == null ? List.of() : person.getGroupIds();
    }
}
