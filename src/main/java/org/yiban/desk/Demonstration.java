package org.yiban.desk;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.yiban.access.DemoAccounts;
import org.yiban.access.DemoAccounts.DemoAccount;
import org.yiban.region.Region;
import org.yiban.region.Regions;
import org.yiban.region.ServedPools;

/** Whether this installation is the demonstration, and who may log in to it. Outside of it there is nothing to tell. */
@Component
class Demonstration {

    private final boolean running;
    private final List<Account> accounts = new ArrayList<>();

    Demonstration(Environment environment, ServedPools pools, Regions regions) {
        running = environment.acceptsProfiles(Profiles.of("demo & !prod"));
        if (running) {
            DemoAccounts.of(pools.all()).forEach(account -> accounts.add(view(account, regions)));
            accounts.add(new Account(DemoAccounts.ADMINISTRATOR, "系统管理员（演示）", "管理用户，不办业务", ""));
        }
    }

    boolean running() {
        return running;
    }

    /** The demo accounts in the order of the pools, the administrator last; none outside the demonstration. */
    List<Account> accounts() {
        return List.copyOf(accounts);
    }

    private static Account view(DemoAccount account, Regions regions) {
        String pool = regions.find(account.pool()).map(Region::name).orElseThrow();
        return new Account(account.id(), account.name(), account.role().title(), pool);
    }

    /**
     * An account as pages show it.
     *
     * @param id user id to log in with
     * @param name display name
     * @param role what the account does, in Chinese
     * @param pool name of its pool; empty for the administrator
     */
    record Account(String id, String name, String role, String pool) {}
}
