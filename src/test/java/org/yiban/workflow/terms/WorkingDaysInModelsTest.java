package org.yiban.workflow.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.YibanTest;
import org.yiban.calendar.WorkingCalendars;
import org.yiban.kernel.BusinessTime;

@YibanTest
class WorkingDaysInModelsTest {

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    WorkingCalendars calendars;

    @Autowired
    BusinessTime time;

    @Test
    void tasksAndTimersOfAModelCountWorkingDays() {
        // given
        Deployment deployment = deploy("P5WD", "${from}/P3WD", "timeDuration", "P7WD");

        // when
        ProcessInstance instance = runtime.createProcessInstanceByKey("workingDayProbe")
                .processDefinitionWithoutTenantId()
                .setVariables(Map.of("pool", "371500", "from", "2026-02-12"))
                .execute();

        // then
        Task task = tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
        Job timer =
                management.createJobQuery().processInstanceId(instance.getId()).singleResult();
        assertThat(task.getDueDate()).isEqualTo(lastSecond(inWorkingDays(5)));
        assertThat(task.getFollowUpDate()).isEqualTo("2026-02-24T23:59:59");
        assertThat(timer.getDuedate())
                .isEqualTo(Date.from(BusinessTime.endOf(inWorkingDays(7)).toInstant()));
        repository.deleteDeployment(deployment.getId(), true);
    }

    @ParameterizedTest
    @CsvSource({
        "P0WD, P3WD, timeDuration, P7WD, 应写 P5WD",
        "P5WD, ${from}/PxWD, timeDuration, P7WD, 应写 P5WD",
        "P5WD, P3WD, timeDate, 5WD, 应写 P5WD",
        "P5WD, P3WD, timeCycle, R3/P5WD, 循环定时器不能按工作日计"
    })
    void aModelWhoseTermMakesNoSenseIsNotDeployed(
            String due, String followUp, String kind, String timer, String message) {
        assertThatThrownBy(() -> deploy(due, followUp, kind, timer))
                .isInstanceOf(ParseException.class)
                .hasMessageContaining(message);
    }

    private LocalDate inWorkingDays(int days) {
        return calendars.current().addWorkingDays(time.today(), days).date();
    }

    private static Date lastSecond(LocalDate day) {
        return Date.from(BusinessTime.endOf(day).minusSeconds(1).toInstant());
    }

    private Deployment deploy(String due, String followUp, String kind, String timer) {
        String model = """
                <bpmn:definitions xmlns:bpmn='http://www.omg.org/spec/BPMN/20100524/MODEL'
                    xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'
                    xmlns:camunda='http://camunda.org/schema/1.0/bpmn' targetNamespace='probe'>
                  <bpmn:process id='workingDayProbe' isExecutable='true' camunda:historyTimeToLive='P1D'>
                    <bpmn:startEvent id='s'/>
                    <bpmn:sequenceFlow id='f' sourceRef='s' targetRef='t'/>
                    <bpmn:userTask id='t' camunda:dueDate='%s' camunda:followUpDate='%s'/>
                    <bpmn:boundaryEvent id='b' attachedToRef='t'>
                      <bpmn:timerEventDefinition>
                        <bpmn:%s xsi:type='bpmn:tFormalExpression'>%s</bpmn:%s>
                      </bpmn:timerEventDefinition>
                    </bpmn:boundaryEvent>
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(due, followUp, kind, timer, kind);
        return repository
                .createDeployment()
                .addString("working-day-probe.bpmn", model)
                .deploy();
    }
}
