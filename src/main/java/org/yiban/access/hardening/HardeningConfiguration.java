package org.yiban.access.hardening;

import org.camunda.bpm.engine.TaskService;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yiban.access.web.ProblemResponses;

/** Puts the guard before the login and the filters and servlets of Camunda's web applications. */
@Configuration(proxyBeanMethods = false)
class HardeningConfiguration {

    @Bean
    FilterRegistrationBean<EngineApiGuard> engineApiGuard(ProblemResponses problems, TaskService tasks) {
        FilterRegistrationBean<EngineApiGuard> registration =
                new FilterRegistrationBean<>(new EngineApiGuard(problems, tasks));
        registration.addUrlPatterns(EngineApiGuard.ROOT + "/*");
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
        return registration;
    }
}
