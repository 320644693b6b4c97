package org.yiban.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;
import org.yiban.region.ServedPools;

class DemonstrationTest {

    private static final Regions REGIONS = Regions.load();

    @Test
    void theDemonstrationTellsTheAccountsOfEveryPoolAndTheAdministrator() {
        assertThat(demonstrationIn("demo").accounts())
                .extracting(Demonstration.Account::id)
                .contains("clerklc", "reviewlc", "analystlc2", "clerkjn", "approvejn", "admin");
    }

    @Test
    void inProductionNothingIsTold() {
        Demonstration production = demonstrationIn("prod");

        assertThat(production.running()).isFalse();
        assertThat(production.accounts()).isEmpty();
    }

    private static Demonstration demonstrationIn(String profile) {
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles(profile);
        ServedPools pools = mock();
        given(pools.all())
                .willReturn(List.of(
                        REGIONS.find(new RegionCode("371500")).orElseThrow(),
                        REGIONS.find(new RegionCode("370800")).orElseThrow()));
        return new Demonstration(environment, pools, REGIONS);
    }
}
