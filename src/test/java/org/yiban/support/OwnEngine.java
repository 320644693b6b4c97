package org.yiban.support;

import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.cockpit.impl.DefaultCockpitRuntimeDelegate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Camunda's web applications ask a register of the whole program for the engine, and Cockpit keeps what it was given. Where
 * tests of two applications share a program, the engine there is the one of the test that runs, not of the application that
 * started last.
 */
public class OwnEngine implements TestExecutionListener {

    @Override
    public void prepareTestInstance(TestContext test) {
        ProcessEngine own = test.getApplicationContext().getBean(ProcessEngine.class);
        if (ProcessEngines.getProcessEngine(own.getName(), false) != own) {
            ProcessEngines.registerProcessEngine(own);
            Cockpit.setCockpitRuntimeDelegate(new DefaultCockpitRuntimeDelegate());
        }
    }
}
