package org.yiban.policy;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yiban.calendar.WorkingCalendars;
import org.yiban.policy.settings.Settings;
import org.yiban.region.Regions;

/** The packaged tables with the calendar of the database, and the packaged settings, as beans. */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

    @Bean
    Policies policies(Regions regions, WorkingCalendars calendars, ObjectProvider<WagesOnRecord> wages) {
        return Policies.packaged(regions, calendars, wages.getIfAvailable(() -> WagesOnRecord.NONE));
    }

    @Bean
    Settings settings(Policies policies) {
        return Settings.packaged(policies.sources());
    }
}
