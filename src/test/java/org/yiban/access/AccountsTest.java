package org.yiban.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiban.YibanTest;
import org.yiban.region.RegionCode;

@YibanTest
class AccountsTest {

    private static final RegionCode LIAOCHENG = new RegionCode("371500");

    @Autowired
    IdentityService identities;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    FilterService filters;

    @Autowired
    JdbcClient database;

    @Autowired
    @Qualifier("accountsAtStart")
    SmartInitializingSingleton accountsAtStart;

    @Test
    void everyRoleOfAPoolIsAGroupAndItsMembersBelongToThePoolAlone() {
        // when
        var groups = identities.createGroupQuery().memberOfTenant("371500").list();
        var tenants = identities
                .createTenantQuery()
                .userMember("clerklc")
                .includingGroupsOfUser(true)
                .list();

        // then
        assertThat(groups)
                .extracting("id")
                .containsExactlyInAnyOrder(
                        "intake371500",
                        "review371500",
                        "approve371500",
                        "finance371500",
                        "supervise371500",
                        "analyse371500",
                        "audit371500");
        assertThat(groups).extracting("name").contains("聊城市·登记员", "聊城市·主管");
        assertThat(tenants)
                .extracting("id", "name")
                .containsExactly(org.assertj.core.groups.Tuple.tuple("371500", "聊城市"));
    }

    @Test
    void demoAccountsHoldOneRoleEachAndSayThatTheyAreDemonstrations() {
        // when
        var accounts = DemoAccounts.of(List.of());
        var clerk = identities.createUserQuery().userId("clerklc").singleResult();

        // then
        assertThat(accounts).isEmpty();
        assertThat(clerk.getFirstName()).isEqualTo("聊城·登记员（演示）");
        assertThat(identities.createGroupQuery().groupMember("analystjn2").list())
                .extracting("id")
                .containsExactly("analyse370800");
        assertThat(identities
                        .createUserQuery()
                        .memberOfGroup(Role.INTAKE.groupId(LIAOCHENG))
                        .list())
                .extracting("id")
                .containsExactly("clerklc");
    }

    @Test
    void nobodyButAnAdministratorMayOpenAdminAndNobodyStartsAProcessDirectly() {
        // when
        List<Authorization> rows = authorizations.createAuthorizationQuery().list();

        // then
        assertThat(rows)
                .filteredOn(row ->
                        row.getResourceType() == 0 && List.of("admin", "*").contains(row.getResourceId()))
                .extracting(Authorization::getGroupId)
                .containsOnly(Groups.CAMUNDA_ADMIN);
        assertThat(rows)
                .filteredOn(row -> row.getResourceType() == 8)
                .extracting(Authorization::getGroupId)
                .containsOnly(Groups.CAMUNDA_ADMIN);
    }

    @Test
    void aSecondStartWritesNothing() {
        // given
        long before = fingerprint();

        // when
        accountsAtStart.afterSingletonsInstantiated();

        // then
        assertThat(fingerprint()).isEqualTo(before);
    }

    @Test
    void theListsOfTasklistAreSortedByDueDateAndUseNoOtherExpressions() {
        // when
        List<Filter> lists = filters.createTaskFilterQuery().list();
        List<String> stored = database.sql("select query_ from act_ru_filter")
                .query(String.class)
                .list();

        // then
        assertThat(lists).extracting(Filter::getName).containsExactlyInAnyOrder("我的待办", "待认领", "已逾期", "本统筹区全部任务");
        assertThat(stored).allSatisfy(query -> {
            assertThat(query).contains("DUE_DATE_");
            assertThat(query.replaceAll("\\$\\{(currentUser\\(\\)|currentUserGroups\\(\\)|now\\(\\))}", ""))
                    .doesNotContain("${")
                    .doesNotContain("#{");
        });
        identities.setAuthentication("clerklc", List.of("intake371500"), List.of("371500"));
        try {
            lists.forEach(list -> assertThat(filters.count(list.getId())).isNotNegative());
        } finally {
            identities.clearAuthentication();
        }
    }

    @Test
    void theLastAdministratorCanBeNeitherDeletedNorRemovedFromTheGroup() {
        assertThatThrownBy(() -> identities.deleteUser("admin"))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("最后一名系统管理员");
        assertThatThrownBy(() -> identities.deleteMembership("admin", Groups.CAMUNDA_ADMIN))
                .isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() -> identities.deleteGroup(Groups.CAMUNDA_ADMIN))
                .isInstanceOf(BadUserRequestException.class);
    }

    private long fingerprint() {
        return database.sql("""
                        select (select coalesce(sum(rev_), 0) + count(*) from act_ru_authorization)
                             + (select coalesce(sum(rev_), 0) + count(*) from act_id_group)
                             + (select coalesce(sum(rev_), 0) + count(*) from act_id_user)
                             + (select coalesce(sum(rev_), 0) + count(*) from act_id_tenant)
                             + (select count(*) from act_id_membership)
                             + (select count(*) from act_id_tenant_member)
                             + (select coalesce(sum(rev_), 0) + count(*) from act_ru_filter)""").query(Long.class).single();
    }
}
