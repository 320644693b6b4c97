package org.yiban.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Prints a {@link StartUpException} as a message to a person instead of a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartUpFailureAnalyzer extends AbstractFailureAnalyzer<StartUpException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, StartUpException cause) {
        return new FailureAnalysis(cause.getMessage() + "\n" + cause.english(), cause.action(), rootFailure);
    }
}
