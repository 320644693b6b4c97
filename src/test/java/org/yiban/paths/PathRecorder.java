package org.yiban.paths;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Lets the engine of the tests tell {@link PassedPaths} of every flow node it leaves and every sequence flow it takes. */
@Component
class PathRecorder extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (configuration.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(configuration.getCustomPostBPMNParseListeners());
        }
        listeners.add(new Listening());
        configuration.setCustomPostBPMNParseListeners(listeners);
    }

    /** Adds its listeners when the whole model is parsed. */
    private static final class Listening extends AbstractBpmnParseListener {

        @Override
        public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
            definitions.forEach(definition -> definition.getActivities().forEach(Listening::listen));
        }

        private static void listen(ActivityImpl activity) {
            ExecutionListener left = execution ->
                    PassedPaths.passed(key(execution.getProcessDefinitionId()), execution.getCurrentActivityId());
            activity.addListener(ExecutionListener.EVENTNAME_END, left);
            activity.getOutgoingTransitions().forEach(flow -> listen((TransitionImpl) flow));
            activity.getActivities().forEach(Listening::listen);
        }

        private static void listen(TransitionImpl flow) {
            String id = flow.getId();
            ExecutionListener taken = execution -> PassedPaths.passed(key(execution.getProcessDefinitionId()), id);
            flow.addListener(ExecutionListener.EVENTNAME_TAKE, taken);
        }

        private static String key(String processDefinitionId) {
            return processDefinitionId.substring(0, processDefinitionId.indexOf(':'));
        }
    }
}
