package org.yiban.policy.register;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Follows what other nodes on the same database confirm or withdraw, within seconds. */
@Component
@EnableScheduling
@ConditionalOnProperty(name = "yiban.register.scheduled", matchIfMissing = true)
class RegisterPoll {

    private final TableRegister register;

    RegisterPoll(TableRegister register) {
        this.register = register;
    }

    @Scheduled(fixedDelayString = "${yiban.register.pause:2s}")
    void follow() {
        register.refresh();
    }
}
