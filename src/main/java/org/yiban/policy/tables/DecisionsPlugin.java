package org.yiban.policy.tables;

import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Lets the process engine's own decisions be judged by the same FEEL as those of policy. */
@Component
class DecisionsPlugin extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        DefaultDmnEngineConfiguration decisions = configuration.getDmnEngineConfiguration();
        if (decisions == null) {
            decisions = new DefaultDmnEngineConfiguration();
            configuration.setDmnEngineConfiguration(decisions);
        }
        decisions.setFeelEngineFactory(new CompiledFeelFactory());
    }
}
