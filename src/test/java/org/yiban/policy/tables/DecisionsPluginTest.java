package org.yiban.policy.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.YibanTest;

@YibanTest
class DecisionsPluginTest {

    @Autowired
    ProcessEngine engine;

    @Test
    void theEnginesOwnDecisionsAreJudgedByCompiledTests() {
        // given
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();

        // then
        assertThat(configuration.getDmnEngineConfiguration().getFeelEngine()).isInstanceOf(CompiledFeel.class);
    }
}
