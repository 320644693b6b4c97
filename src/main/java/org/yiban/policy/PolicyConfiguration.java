package org.yiban.policy;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yiban.calendar.WorkingCalendars;
import org.yiban.region.Regions;

/** The packaged tables and the calendar of the database, as a bean. */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

    @Bean
    Policies policies(Regions regions, WorkingCalendars calendars) {
        return Policies.packaged(regions, calendars);
    }
}
