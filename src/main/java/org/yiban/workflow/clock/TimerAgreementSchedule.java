package org.yiban.workflow.clock;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Compares timers and clocks soon after the start and every night, beside whatever else goes on. */
@Component
@EnableScheduling
class TimerAgreementSchedule {

    private final TimerAgreement agreement;
    private final AsyncTaskExecutor executor;

    TimerAgreementSchedule(
            TimerAgreement agreement,
            @Qualifier(TaskExecutionAutoConfiguration.APPLICATION_TASK_EXECUTOR_BEAN_NAME) AsyncTaskExecutor executor) {
        this.agreement = agreement;
        this.executor = executor;
    }

    @Scheduled(initialDelayString = "${yiban.timers.first-check:5s}")
    void soonAfterTheStart() {
        executor.execute(agreement::repair);
    }

    @Scheduled(cron = "${yiban.timers.check:0 30 3 * * *}", zone = "Asia/Shanghai")
    void everyNight() {
        executor.execute(agreement::repair);
    }
}
