package org.yiban;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@YibanTest
class ApplicationStartsTest {

    @Autowired
    ProcessEngine engine;

    @Test
    void theEngineRunsOnPostgres() {
        assertThat(engine.getManagementService().getTableName(org.camunda.bpm.engine.task.Task.class))
                .isEqualTo("ACT_RU_TASK");
    }
}
