package org.yiban.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.YibanTest;

@YibanTest
class FollowingModelsTest {

    private static final String KEY = "followingModelsTest";

    @Autowired
    private FollowingModels following;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    private final List<String> deployments = new ArrayList<>();

    @AfterEach
    void forget() {
        deployments.forEach(each -> repository.deleteDeployment(each, true));
    }

    @Test
    void aCaseGoesOnByTheNewestModelFromTheStepWhereItStands() {
        deploy(model("check"));
        ProcessInstance running = runtime.startProcessInstanceByKey(KEY, Map.of("pool", "371500"));
        String newest = deploy(model("check", "approve"));

        following.follow();

        assertThat(definitionOf(running)).isEqualTo(newest);
        assertThat(runtime.getActiveActivityIds(running.getId())).containsExactly("check");
    }

    @Test
    void aCaseAtAStepThatIsGoneStaysWithItsModel() {
        String older = deploy(model("check"));
        ProcessInstance running = runtime.startProcessInstanceByKey(KEY, Map.of("pool", "371500"));
        deploy(model("approve"));

        following.follow();

        assertThat(definitionOf(running)).isEqualTo(older);
        assertThat(runtime.getActiveActivityIds(running.getId())).containsExactly("check");
    }

    @Test
    void whatAnInterruptingEventEndedIsNotWaitedForAgain() {
        // given a process that was interrupted by one message and could have been by another
        deploy(interruptible("first"));
        ProcessInstance running = runtime.startProcessInstanceByKey(KEY, Map.of("pool", "371500"));
        runtime.createMessageCorrelation("withdrawn")
                .processInstanceId(running.getId())
                .correlate();
        assertThat(runtime.getActiveActivityIds(running.getId())).containsExactly("settle_withdrawn");
        String newest = deploy(interruptible("second"));

        // when
        following.follow();

        // then
        assertThat(definitionOf(running)).isEqualTo(newest);
        assertThat(runtime.getActiveActivityIds(running.getId())).containsExactly("settle_withdrawn");
        assertThat(runtime.createEventSubscriptionQuery()
                        .processInstanceId(running.getId())
                        .count())
                .isZero();
    }

    @Test
    void whatANewModelWaitsForIsWaitedFor() {
        deploy(model("check"));
        ProcessInstance running = runtime.startProcessInstanceByKey(KEY, Map.of("pool", "371500"));
        deploy(interruptible("first"));

        following.follow();

        assertThat(runtime.createEventSubscriptionQuery()
                        .processInstanceId(running.getId())
                        .count())
                .isEqualTo(2);
    }

    private String definitionOf(ProcessInstance instance) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getProcessDefinitionId();
    }

    private String deploy(BpmnModelInstance model) {
        DeploymentWithDefinitions deployed = repository
                .createDeployment()
                .addModelInstance(KEY + ".bpmn", model)
                .deployWithResult();
        deployments.add(deployed.getId());
        return deployed.getDeployedProcessDefinitions().get(0).getId();
    }

    private static BpmnModelInstance model(String... tasks) {
        var flow = Bpmn.createExecutableProcess(KEY)
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .userTask(tasks[0]);
        for (int i = 1; i < tasks.length; i++) {
            flow = flow.userTask(tasks[i]);
        }
        return flow.endEvent().done();
    }

    private static BpmnModelInstance interruptible(String name) {
        BpmnModelInstance model = Bpmn.createExecutableProcess(KEY)
                .name(name)
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .userTask("check")
                .endEvent()
                .done();
        Process process = model.getModelElementById(KEY);
        for (String message : List.of("withdrawn", "died")) {
            process.builder()
                    .eventSubProcess("sub_" + message)
                    .startEvent("start_" + message)
                    .message(message)
                    .userTask("settle_" + message)
                    .endEvent();
        }
        return model;
    }
}
