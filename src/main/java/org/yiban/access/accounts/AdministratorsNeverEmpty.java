package org.yiban.access.accounts;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.identity.db.DbUserQueryImpl;

/**
 * The engine's own users and groups, except that the last administrator stays: an empty administrators' group would open
 * the engine's set-up endpoint to anybody (CVE-2026-77226).
 */
public class AdministratorsNeverEmpty extends DbIdentityServiceProvider {

    private static final String REFUSAL = "这是最后一名系统管理员，不能删除或移出管理员组。请先指定另一名管理员。";

    @Override
    public IdentityOperationResult deleteUser(String userId) {
        refuseLast(userId);
        return super.deleteUser(userId);
    }

    @Override
    public IdentityOperationResult deleteMembership(String userId, String groupId) {
        if (Groups.CAMUNDA_ADMIN.equals(groupId)) {
            refuseLast(userId);
        }
        return super.deleteMembership(userId, groupId);
    }

    @Override
    public IdentityOperationResult deleteGroup(String groupId) {
        if (Groups.CAMUNDA_ADMIN.equals(groupId)) {
            throw new BadUserRequestException("管理员组不能删除。");
        }
        return super.deleteGroup(groupId);
    }

    private void refuseLast(String userId) {
        var administrators = findUserByQueryCriteria(administrators());
        if (administrators.size() == 1 && administrators.get(0).getId().equals(userId)) {
            throw new BadUserRequestException(REFUSAL);
        }
    }

    private static DbUserQueryImpl administrators() {
        return (DbUserQueryImpl) new DbUserQueryImpl().memberOfGroup(Groups.CAMUNDA_ADMIN);
    }
}
