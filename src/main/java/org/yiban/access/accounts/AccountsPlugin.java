package org.yiban.access.accounts;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.GenericManagerFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Rules for accounts that the engine itself keeps: an administrator at all times, and what a password needs. */
@Component
class AccountsPlugin extends AbstractProcessEnginePlugin {

    private final boolean demo;

    AccountsPlugin(Environment environment) {
        this.demo = environment.acceptsProfiles(Profiles.of("demo & !prod"));
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setIdentityProviderSessionFactory(new GenericManagerFactory(AdministratorsNeverEmpty.class));
        configuration.setEnablePasswordPolicy(true);
        configuration.setPasswordPolicy(demo ? PasswordRules.ofDemo() : PasswordRules.strict());
    }
}
