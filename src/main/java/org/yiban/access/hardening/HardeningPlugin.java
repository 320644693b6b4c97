package org.yiban.access.hardening;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.stereotype.Component;

/** Shuts in the engine what nobody here needs: scripts, foreign beans, Java serialization, reports to the outside. */
@Component
class HardeningPlugin extends AbstractProcessEnginePlugin {

    private final BeanFactory beans;

    HardeningPlugin(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        ModelBeans modelBeans = new ModelBeans(beans);
        configuration.setBeans(modelBeans);
        // The starter has set one already that finds every bean of the application.
        configuration.setExpressionManager(new ModelExpressions(modelBeans));
        if (configuration.getCustomPreBPMNParseListeners() == null) {
            configuration.setCustomPreBPMNParseListeners(new ArrayList<>());
        }
        configuration.getCustomPreBPMNParseListeners().add(new ModelGuard(modelBeans));
        configuration.setScriptEngineResolver(new NoScripts());
        configuration.setEnableScriptCompilation(false);
        configuration.setEnableExpressionsInAdhocQueries(false);
        configuration.setJavaSerializationFormatEnabled(false);
        configuration.setDeserializationTypeValidationEnabled(true);
        configuration.setDeserializationAllowedPackages("org.yiban");
        configuration.setEnableXxeProcessing(false);
        configuration.setAuthorizationEnabledForCustomCode(false);
    }

    /** What the engine was given must still stand when it is built. */
    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        List<Boolean> open = List.of(
                configuration.isEnableExpressionsInAdhocQueries(),
                configuration.isJavaSerializationFormatEnabled(),
                configuration.isEnableXxeProcessing(),
                !configuration.isAuthorizationEnabled());
        if (open.contains(true)) {
            throw new IllegalStateException("a setting has opened what is shut in the engine: see docs/security.md");
        }
    }
}
