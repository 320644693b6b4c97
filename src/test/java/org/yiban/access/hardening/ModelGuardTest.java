package org.yiban.access.hardening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Map;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.YibanTest;

@YibanTest
class ModelGuardTest {

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @BeforeEach
    void nothingHasRun() {
        EvaluationProbe.RUNS.set(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<bpmn:scriptTask id='x' scriptFormat='javascript'><bpmn:script>1</bpmn:script></bpmn:scriptTask>",
                "<bpmn:serviceTask id='x' camunda:class='org.yiban.access.hardening.EvaluationProbe'/>",
                "<bpmn:serviceTask id='x' camunda:delegateExpression='${dataSource}'/>",
                "<bpmn:serviceTask id='x' camunda:delegateExpression='${noSuchDelegate}'/>",
                "<bpmn:serviceTask id='x' camunda:type='shell'/>",
                "<bpmn:serviceTask id='x' camunda:expression=\"${''.getClass().forName('x')}\"/>",
                "<bpmn:serviceTask id='x' camunda:expression='${execution.processEngineServices}'/>",
                "<bpmn:userTask id='x'><bpmn:extensionElements><camunda:taskListener event='create'>"
                        + "<camunda:script scriptFormat='groovy'>1</camunda:script>"
                        + "</camunda:taskListener></bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:userTask id='x'><bpmn:extensionElements>"
                        + "<camunda:executionListener event='start' class='java.lang.String'/>"
                        + "</bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:userTask id='x'><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name='a'>"
                        + "<camunda:script scriptFormat='javascript'>1</camunda:script>"
                        + "</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:userTask id='x'><bpmn:extensionElements><camunda:inputOutput>"
                        + "<camunda:inputParameter name='a'>${''.class}</camunda:inputParameter>"
                        + "</camunda:inputOutput></bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:serviceTask id='x'><bpmn:extensionElements><camunda:connector>"
                        + "<camunda:connectorId>http-connector</camunda:connectorId>"
                        + "</camunda:connector></bpmn:extensionElements></bpmn:serviceTask>"
            })
    void aModelThatBringsCodeOfItsOwnIsNotDeployed(String activity) {
        assertThatThrownBy(() -> deploy(activity))
                .isInstanceOf(ParseException.class)
                .hasMessageContaining("模型中不允许使用");
    }

    @Test
    void aConditionWrittenAsAScriptIsNotDeployed() {
        String flow = "<bpmn:conditionExpression xsi:type='bpmn:tFormalExpression' language='javascript'>true"
                + "</bpmn:conditionExpression>";
        assertThatThrownBy(() -> deploy("<bpmn:userTask id='x'/>", flow))
                .isInstanceOf(ParseException.class)
                .hasMessageContaining("language");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${dataSource.connection}", "${runtimeService.createProcessInstanceQuery().count()}"})
    void anExpressionFindsNoOtherBeanOfTheApplication(String expression) {
        // given
        String deployment = deploy("<bpmn:serviceTask id='x' camunda:expression='" + expression + "'/>");

        // when
        Throwable thrown = catchThrowable(() -> runtime.startProcessInstanceByKey("guarded", Map.of("pool", "371500")));

        // then
        assertThat(thrown).hasMessageContaining("Unknown property used in expression");
        repository.deleteDeployment(deployment, true);
    }

    private String deploy(String activity) {
        return deploy(activity, "");
    }

    private String deploy(String activity, String condition) {
        String model = """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="http://yiban.org/test">
                  <bpmn:process id="guarded" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <bpmn:startEvent id="start"/>
                    <bpmn:sequenceFlow id="flow" sourceRef="start" targetRef="x">%s</bpmn:sequenceFlow>
                    %s
                  </bpmn:process>
                </bpmn:definitions>""".formatted(condition, activity);
        return repository
                .createDeployment()
                .addString("guarded.bpmn", model)
                .deploy()
                .getId();
    }
}
