package org.yiban.policy;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.yiban.policy.tables.DecisionTableException;

/** Shows a {@link DecisionTableException} that stops the start without a stack trace. */
class DecisionTableFailureAnalyzer extends AbstractFailureAnalyzer<DecisionTableException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DecisionTableException cause) {
        return new FailureAnalysis(
                "决策表或文件数据有错，系统没有启动：" + cause.getMessage(), "改正所说的文件，用 check-tables 检查以后再启动。", rootFailure);
    }
}
