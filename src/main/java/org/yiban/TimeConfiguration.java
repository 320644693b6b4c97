package org.yiban;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yiban.kernel.BusinessTime;

/** The one clock of the application, in Beijing time. */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

    @Bean
    Clock clock() {
        return Clock.system(BusinessTime.ZONE);
    }

    @Bean
    BusinessTime businessTime(Clock clock) {
        return new BusinessTime(clock);
    }
}
