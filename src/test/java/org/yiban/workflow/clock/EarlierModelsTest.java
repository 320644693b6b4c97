package org.yiban.workflow.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.YibanTest;
import org.yiban.region.RegionCode;
import org.yiban.support.Applicants;
import org.yiban.transfer.TransferSteps;

@YibanTest
class EarlierModelsTest {

    private static final String MODEL = """
            <bpmn:definitions xmlns:bpmn='http://www.omg.org/spec/BPMN/20100524/MODEL'
                xmlns:camunda='http://camunda.org/schema/1.0/bpmn' targetNamespace='probe'>
              <bpmn:process id='firstRelease' isExecutable='true' camunda:historyTimeToLive='P1D'>
                <bpmn:startEvent id='start'/>
                <bpmn:sequenceFlow id='f1' sourceRef='start' targetRef='apply'/>
                <bpmn:serviceTask id='apply' camunda:delegateExpression='${applyDeadlineDelegate}'/>
                <bpmn:sequenceFlow id='f2' sourceRef='apply' targetRef='record'/>
                <bpmn:serviceTask id='record' camunda:delegateExpression='${recordTransferOverdueDelegate}'/>
                <bpmn:sequenceFlow id='f3' sourceRef='record' targetRef='work'/>
                <bpmn:userTask id='work' camunda:dueDate='${dueAt}'/>
              </bpmn:process>
            </bpmn:definitions>
            """;

    @Autowired
    TransferSteps steps;

    @Autowired
    Applicants applicants;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Test
    void aCaseThatRunsByAModelOfTheFirstReleaseGoesOn() {
        // given a case that is overdue
        String number = steps.registered(applicants.employedIn(new RegionCode(TransferSteps.JINING)));
        steps.accept(number, LocalDate.of(2026, 2, 12));
        Deployment deployment = repository
                .createDeployment()
                .addString("first-release.bpmn", MODEL)
                .deploy();

        // when
        ProcessInstance instance = runtime.createProcessInstanceByKey("firstRelease")
                .processDefinitionWithoutTenantId()
                .setVariable("caseNumber", number)
                .setVariable("pool", "371500")
                .execute();

        // then
        assertThat(runtime.getVariable(instance.getId(), "overdueAt")).isEqualTo("2026-03-04T00:00:00+08:00");
        assertThat(steps.view("superlc", number).path("history").findValuesAsText("step"))
                .containsOnlyOnce("overdue");
        repository.deleteDeployment(deployment.getId(), true);
    }
}
