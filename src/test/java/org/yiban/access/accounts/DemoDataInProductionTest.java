package org.yiban.access.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.PlatformTransactionManager;
import org.yiban.YibanTest;
import org.yiban.region.ServedPools;

@YibanTest
class DemoDataInProductionTest {

    @Autowired
    Accounts accounts;

    @Autowired
    TasklistFilters filters;

    @Autowired
    FirstAdministrator firstAdministrator;

    @Autowired
    ServedPools pools;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void aDatabaseWithDemoAccountsIsRefusedInProduction() {
        // given
        MockEnvironment production = new MockEnvironment();
        production.setActiveProfiles("prod");
        AccountsAtStart start =
                new AccountsAtStart(accounts, filters, firstAdministrator, pools, production, database, transactions);

        // then
        assertThatThrownBy(start::afterSingletonsInstantiated)
                .isInstanceOfSatisfying(StartRefusedException.class, refusal -> {
                    assertThat(refusal).hasMessageContaining("clerklc");
                    assertThat(refusal.action()).contains("YIBAN_DATA", "SPRING_DATASOURCE_URL");
                });
    }
}
