package org.yiban.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;
import org.yiban.support.OwnEngine;

/**
 * The whole application with its job executor running, used through a browser. A test takes {@link Browsers} as a
 * parameter; it fails if a page reports an error.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "yiban.data=target/test-data/${random.uuid}",
            "yiban.postgres-programs=target/postgres-programs",
            "yiban.tests.partners=371500",
            // Whoever looks at a page does not wait for what is done beside it.
            "yiban.exchange.pause=200ms",
            "yiban.bulk.pause=200ms",
            "yiban.recomputation.pause=200ms",
            "camunda.bpm.job-execution.wait-time-in-millis=300",
            "camunda.bpm.job-execution.max-wait=300"
        })
@TestExecutionListeners(listeners = OwnEngine.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
@ExtendWith(BrowserExtension.class)
public @interface YibanEndToEndTest {}
