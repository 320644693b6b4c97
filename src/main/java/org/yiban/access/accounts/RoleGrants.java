package org.yiban.access.accounts;

import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.RETRY_JOB;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_ASSIGN;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_WORK;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.yiban.access.Role;

/**
 * What the engine grants to a role: the same in every pool, on all definitions (only the application deploys any). The
 * walls between pools are the tenants' matter, the right to work a single task is the candidates' ({@code walls}).
 *
 * <p>Nobody gets CREATE on process instances: a case is started by our endpoint, together with its file.
 */
final class RoleGrants {

    /** The one process whose tasks analysts work: it concerns all pools and carries no case. */
    private static final String PUBLICATION = "tablePublication";

    /** The process that everybody who works tasks may start from Tasklist. */
    private static final String ENQUIRY = "policyEnquiry";

    private RoleGrants() {}

    /** The grants of one role. */
    static List<Grant> of(Role role) {
        List<Grant> grants = new ArrayList<>();
        boolean watches = role == Role.SUPERVISE || role == Role.AUDIT || role == Role.ANALYSE;
        if (role.worksTasks() || role == Role.ANALYSE) {
            grants.add(new Grant(Resources.APPLICATION, "tasklist", ACCESS));
            grants.add(new Grant(Resources.FILTER, Authorization.ANY, READ));
        }
        if (watches) {
            grants.add(new Grant(Resources.APPLICATION, "cockpit", ACCESS));
            grants.add(new Grant(Resources.DEPLOYMENT, Authorization.ANY, READ));
        }
        if (role == Role.SUPERVISE || role == Role.AUDIT) {
            grants.add(new Grant(Resources.TASK, Authorization.ANY, READ));
        }
        grants.add(new Grant(
                Resources.PROCESS_DEFINITION,
                Authorization.ANY,
                onProcesses(role).toArray(Permission[]::new)));
        if (role == Role.ANALYSE) {
            grants.add(new Grant(
                    Resources.PROCESS_DEFINITION,
                    PUBLICATION,
                    READ,
                    READ_TASK,
                    TASK_WORK,
                    READ_INSTANCE,
                    READ_HISTORY));
        }
        if (role.worksTasks()) {
            grants.add(new Grant(Resources.PROCESS_DEFINITION, ENQUIRY, CREATE_INSTANCE));
        }
        grants.add(new Grant(Resources.DECISION_DEFINITION, Authorization.ANY, READ));
        grants.add(new Grant(Resources.DECISION_REQUIREMENTS_DEFINITION, Authorization.ANY, READ));
        return grants;
    }

    private static Set<ProcessDefinitionPermissions> onProcesses(Role role) {
        Set<ProcessDefinitionPermissions> permissions = EnumSet.of(ProcessDefinitionPermissions.READ);
        if (role.worksTasks()) {
            permissions.addAll(Set.of(READ_TASK, TASK_WORK, READ_INSTANCE, READ_HISTORY));
        }
        switch (role) {
            case INTAKE -> permissions.add(CREATE_INSTANCE);
            case SUPERVISE -> permissions.addAll(Set.of(TASK_ASSIGN, RETRY_JOB));
            case AUDIT -> permissions.addAll(Set.of(READ_TASK, READ_INSTANCE, READ_HISTORY));
            default -> {}
        }
        return permissions;
    }

    /** Permissions on one resource. */
    record Grant(Resource resource, String resourceId, Permission... permissions) {}
}
