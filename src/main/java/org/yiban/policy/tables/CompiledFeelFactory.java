package org.yiban.policy.tables;

import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelEngineFactory;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;

/** Puts compiled tests in front of the FEEL that the engine is shipped with. */
final class CompiledFeelFactory implements FeelEngineFactory {

    @Override
    public FeelEngine createInstance() {
        return new CompiledFeel(new ScalaFeelEngineFactory().createInstance());
    }
}
