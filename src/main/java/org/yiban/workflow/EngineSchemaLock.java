package org.yiban.workflow;

import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.yiban.database.ClusterLock;

/**
 * Lets one node at a time create or update the engine's schema: nodes that start together on an empty database would
 * otherwise create the same tables, and all but one fail. The lock is held while the engine is built.
 */
@Component
class EngineSchemaLock extends AbstractProcessEnginePlugin implements DisposableBean {

    private final DataSource dataSource;
    private ClusterLock lock;

    EngineSchemaLock(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        lock = ClusterLock.acquire(dataSource, "engine-schema");
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        release();
    }

    /** Releases the lock where the engine could not be built. */
    @Override
    public void destroy() {
        release();
    }

    private void release() {
        if (lock != null) {
            lock.close();
            lock = null;
        }
    }
}
