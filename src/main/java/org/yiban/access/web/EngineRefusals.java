package org.yiban.access.web;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.web.Problems;

/** Turns the engine's refusals by right, or because somebody else was faster, into the answer our endpoints give. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class EngineRefusals {

    private static final String REASON = "您没有办理这项业务的权限。";

    /** Somebody else, or a timer, changed the same case at the same instant. */
    @ExceptionHandler
    ProblemDetail onOtherWasFaster(OptimisticLockingException refusal) {
        return Problems.of(ProblemException.of(ProblemKind.CONFLICT, "同一案件刚刚有变动，本次操作没有生效；请刷新后重试。"));
    }

    @ExceptionHandler
    ProblemDetail onMissingRight(AuthorizationException refusal) {
        boolean ofOurs = refusal.getMissingAuthorizations() == null
                || refusal.getMissingAuthorizations().isEmpty();
        return Problems.of(ProblemException.of(ProblemKind.FORBIDDEN, ofOurs ? refusal.getMessage() : REASON));
    }
}
