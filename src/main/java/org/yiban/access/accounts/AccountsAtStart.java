package org.yiban.access.accounts;

import java.util.List;
import org.camunda.bpm.engine.authorization.Groups;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.access.CurrentUser;
import org.yiban.access.DemoAccounts;
import org.yiban.access.DemoAccounts.DemoAccount;
import org.yiban.access.Role;
import org.yiban.region.ServedPools;

/**
 * Brings tenants, groups, grants and the first accounts in order before the web server opens; a start with nothing missing
 * writes nothing. Several nodes that start together take turns.
 */
@Component
class AccountsAtStart implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(AccountsAtStart.class);

    /** Any number no other part of the application locks. */
    private static final long LOCK = 371_500_370_800L;

    private final Accounts accounts;
    private final TasklistFilters filters;
    private final FirstAdministrator firstAdministrator;
    private final ServedPools pools;
    private final Environment environment;
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    AccountsAtStart(
            Accounts accounts,
            TasklistFilters filters,
            FirstAdministrator firstAdministrator,
            ServedPools pools,
            Environment environment,
            JdbcClient database,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.filters = filters;
        this.firstAdministrator = firstAdministrator;
        this.pools = pools;
        this.environment = environment;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            database.sql("select pg_advisory_xact_lock(:lock)")
                    .param("lock", LOCK)
                    .query((row, number) -> number)
                    .list();
            pools.all().forEach(accounts::ensurePool);
            accounts.ensureAdministrators();
            accounts.ensureCalendarKeepers();
            filters.ensure();
            if (isDemo()) {
                ensureDemoAccounts();
            } else {
                refuseDemoAccounts();
                firstAdministrator.ensure();
            }
        });
    }

    private boolean isDemo() {
        return environment.acceptsProfiles(Profiles.of("demo & !prod"));
    }

    private void ensureDemoAccounts() {
        accounts.ensureUser(
                DemoAccounts.ADMINISTRATOR,
                "系统管理员（演示）",
                DemoAccounts.ADMINISTRATOR + DemoAccounts.MAIL_DOMAIN,
                DemoAccounts.PASSWORD,
                Groups.CAMUNDA_ADMIN);
        List<DemoAccount> people = DemoAccounts.of(pools.all());
        people.forEach(person -> ensureDemoAccount(person, person.role().groupId(person.pool())));
        people.stream()
                .filter(person -> person.role() == Role.SUPERVISE)
                .findFirst()
                .ifPresent(supervisor -> ensureDemoAccount(supervisor, CurrentUser.CALENDAR_GROUP));
        LOG.debug("Demo accounts are in place");
    }

    private void ensureDemoAccount(DemoAccount person, String groupId) {
        accounts.ensureUser(
                person.id(), person.name(), person.id() + DemoAccounts.MAIL_DOMAIN, DemoAccounts.PASSWORD, groupId);
    }

    private void refuseDemoAccounts() {
        var left = accounts.usersWithMailEnding(DemoAccounts.MAIL_DOMAIN);
        if (!left.isEmpty()) {
            throw new StartRefusedException(
                    "数据库中有演示账号（密码公开）：" + String.join("、", left) + "。演示数据不能用于生产。\n"
                            + "This database holds demo accounts, whose password is public; it cannot serve in production.",
                    "请为生产环境指定新的数据目录（YIBAN_DATA）或新的数据库（SPRING_DATASOURCE_URL）。\n"
                            + "Point YIBAN_DATA or SPRING_DATASOURCE_URL at a new data folder or database.");
        }
    }
}
