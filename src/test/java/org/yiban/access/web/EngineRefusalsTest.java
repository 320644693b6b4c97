package org.yiban.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.Test;

class EngineRefusalsTest {

    @Test
    void whoeverComesSecondToACaseIsToldToTryAgain() {
        var problem = new EngineRefusals().onOtherWasFaster(new OptimisticLockingException("updated by somebody else"));

        assertThat(problem.getStatus()).isEqualTo(409);
        assertThat(problem.getDetail()).contains("请刷新后重试");
    }
}
