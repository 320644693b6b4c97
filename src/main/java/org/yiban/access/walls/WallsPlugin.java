package org.yiban.access.walls;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.springframework.stereotype.Component;
import org.yiban.region.ServedPools;

/** Puts the walls into the engine: pools as tenants, candidates as the only ones to work a task, no grant per task. */
@Component
class WallsPlugin extends AbstractProcessEnginePlugin {

    private final ServedPools pools;

    WallsPlugin(ServedPools pools) {
        this.pools = pools;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setTenantCheckEnabled(true);
        configuration.setTenantIdProvider(new PoolOfInstance(pools));
        configuration.setCommandCheckers(new ArrayList<>(List.of(new TenantCommandChecker(), new TaskCandidates())));
        configuration.setResourceAuthorizationProvider(new StaticGrants());
    }
}
