package org.yiban.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says which HTTP port is taken and how to choose another. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class PortTakenFailureAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PortInUseException cause) {
        return new FailureAnalysis(
                "端口 %d 已被占用，网页服务未能启动。\nPort %d is taken.".formatted(cause.getPort(), cause.getPort()),
                "停止占用该端口的程序；或用环境变量 SERVER_PORT 另选端口，例如 SERVER_PORT=8081。",
                rootFailure);
    }
}
