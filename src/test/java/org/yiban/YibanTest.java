package org.yiban;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.support.DependencyInjectionTestExecutionListener;
import org.springframework.test.context.transaction.TransactionalTestExecutionListener;
import org.yiban.support.OwnEngine;

/**
 * The whole application on its own PostgreSQL, started once for all tests that ask for nothing special. Nothing in it is
 * ever replaced by a mock, so nobody looks through all its beans for mocks before and after every test.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TestExecutionListeners({
    OwnEngine.class,
    DependencyInjectionTestExecutionListener.class,
    TransactionalTestExecutionListener.class
})
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "yiban.data=target/test-data/${random.uuid}",
            "yiban.postgres-programs=target/postgres-programs",
            "camunda.bpm.job-execution.enabled=false",
            "yiban.exchange.scheduled=false",
            "yiban.recomputation.scheduled=false",
            "yiban.register.pause=500ms",
            "yiban.tests.partners=371500,220100",
            "yiban.bulk.scheduled=false"
        })
public @interface YibanTest {}
