package org.yiban.access.walls;

import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.yiban.region.RegionCode;
import org.yiban.region.ServedPools;

/**
 * Marks each process instance with its pool, which the variable {@value #POOL} names at the start; a called process takes
 * its caller's. Without a served pool nothing starts: an instance without tenant would stand open to every pool. The
 * publication of tables alone belongs to no pool: it concerns all, and carries no case.
 */
class PoolOfInstance implements TenantIdProvider {

    /** Name of the process variable that carries the pool's code. */
    static final String POOL = "pool";

    private static final Set<String> OF_NO_POOL = Set.of("tablePublication");

    private final ServedPools pools;

    PoolOfInstance(ServedPools pools) {
        this.pools = pools;
    }

    @Override
    public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext start) {
        if (OF_NO_POOL.contains(start.getProcessDefinition().getKey())) {
            return null;
        }
        DelegateExecution caller = start.getSuperExecution();
        if (caller != null && caller.getTenantId() != null) {
            return caller.getTenantId();
        }
        if (start.getVariables() != null
                && start.getVariables().get(POOL) instanceof String code
                && code.matches("\\d{6}")
                && pools.contains(new RegionCode(code))) {
            return code;
        }
        throw new BadUserRequestException("流程启动时必须用变量 pool 指明本系统服务的统筹区代码。");
    }

    @Override
    public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext start) {
        throw new BadUserRequestException("本系统不使用案例模型（CMMN）。");
    }

    @Override
    public String provideTenantIdForHistoricDecisionInstance(TenantIdProviderHistoricDecisionInstanceContext decision) {
        return decision.getExecution() == null ? null : decision.getExecution().getTenantId();
    }
}
