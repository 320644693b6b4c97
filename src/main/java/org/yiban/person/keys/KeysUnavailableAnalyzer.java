package org.yiban.person.keys;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at a failed start which key file is missing and what to do, instead of a stack trace. */
final class KeysUnavailableAnalyzer extends AbstractFailureAnalyzer<KeysUnavailable> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, KeysUnavailable cause) {
        return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
    }
}
