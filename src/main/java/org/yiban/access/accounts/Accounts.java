package org.yiban.access.accounts;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.springframework.stereotype.Component;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.region.Region;

/** Writes groups, tenants, users and grants into the engine, each only where it is missing or differs. */
@Component
class Accounts {

    private final IdentityService identities;
    private final AuthorizationService authorizations;

    Accounts(ProcessEngine engine) {
        this.identities = engine.getIdentityService();
        this.authorizations = engine.getAuthorizationService();
    }

    /** A pool as tenant, its role groups as members of it, and the groups' grants. */
    void ensurePool(Region pool) {
        ensureTenant(pool.code().value(), pool.name());
        for (Role role : Role.values()) {
            String groupId = role.groupId(pool.code());
            ensureGroup(groupId, pool.name() + "·" + role.title(), Groups.GROUP_TYPE_WORKFLOW);
            ensureTenantMember(pool.code().value(), groupId);
            RoleGrants.of(role).forEach(grant -> ensureGrant(groupId, grant));
        }
    }

    /** The administrators' group with every right on accounts and on the engine (never on working a task). */
    void ensureAdministrators() {
        ensureGroup(Groups.CAMUNDA_ADMIN, "系统管理员", Groups.GROUP_TYPE_SYSTEM);
        for (Resources resource : Resources.values()) {
            ensureGrant(Groups.CAMUNDA_ADMIN, new RoleGrants.Grant(resource, Authorization.ANY, Permissions.ALL));
        }
    }

    /** The group of those who keep the working calendar. It grants nothing in the engine. */
    void ensureCalendarKeepers() {
        ensureGroup(CurrentUser.CALENDAR_GROUP, "工作日历维护", Groups.GROUP_TYPE_WORKFLOW);
    }

    /** Whether the administrators' group has a direct member. */
    boolean hasAdministrator() {
        return identities.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).count() > 0;
    }

    /** Ids of users whose e-mail address ends as given. */
    List<String> usersWithMailEnding(String ending) {
        return identities.createUserQuery().userEmailLike("%" + ending).orderByUserId().asc().list().stream()
                .map(User::getId)
                .toList();
    }

    /** A user with one group; an existing user keeps password and name. */
    void ensureUser(String id, String name, String mail, String password, String groupId) {
        if (identities.createUserQuery().userId(id).count() == 0) {
            User user = identities.newUser(id);
            user.setFirstName(name);
            user.setLastName("");
            user.setEmail(mail);
            user.setPassword(password);
            identities.saveUser(user);
        }
        if (identities.createGroupQuery().groupMember(id).groupId(groupId).count() == 0) {
            identities.createMembership(id, groupId);
        }
    }

    private void ensureTenant(String id, String name) {
        Tenant tenant = identities.createTenantQuery().tenantId(id).singleResult();
        if (tenant == null) {
            tenant = identities.newTenant(id);
        }
        if (!name.equals(tenant.getName())) {
            tenant.setName(name);
            identities.saveTenant(tenant);
        }
    }

    private void ensureGroup(String id, String name, String type) {
        Group group = identities.createGroupQuery().groupId(id).singleResult();
        if (group == null) {
            group = identities.newGroup(id);
        }
        if (!name.equals(group.getName())) {
            group.setName(name);
            group.setType(type);
            identities.saveGroup(group);
        }
    }

    private void ensureTenantMember(String tenantId, String groupId) {
        if (identities
                        .createTenantQuery()
                        .tenantId(tenantId)
                        .groupMember(groupId)
                        .count()
                == 0) {
            identities.createTenantGroupMembership(tenantId, groupId);
        }
    }

    private void ensureGrant(String groupId, RoleGrants.Grant grant) {
        Authorization row = authorizations
                .createAuthorizationQuery()
                .groupIdIn(groupId)
                .resourceType(grant.resource())
                .resourceId(grant.resourceId())
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .singleResult();
        if (row == null) {
            row = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            row.setGroupId(groupId);
            row.setResource(grant.resource());
            row.setResourceId(grant.resourceId());
        }
        Authorization wanted = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        wanted.setPermissions(grant.permissions());
        if (permissionBits(row) != permissionBits(wanted)) {
            row.setPermissions(grant.permissions());
            authorizations.saveAuthorization(row);
        }
    }

    private static int permissionBits(Authorization row) {
        return ((AuthorizationEntity) row).getPermissions();
    }
}
