package org.yiban.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.web.Problems;

/**
 * Answers requests that Spring Security's firewall rejects: for their address before a controller is reached, for a header
 * or parameter when the controller reads it.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RejectedRequests implements RequestRejectedHandler {

    private final ProblemResponses problems;

    RejectedRequests(ProblemResponses problems) {
        this.problems = problems;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
            throws IOException {
        problems.write(response, refusal());
    }

    @ExceptionHandler
    ProblemDetail onRejection(RequestRejectedException rejected) {
        return Problems.of(refusal());
    }

    private static ProblemException refusal() {
        return ProblemException.of(
                ProblemKind.INVALID_INPUT, "请求的地址、参数或请求头（如 Idempotency-Key）中有不允许的字符。请求头只用英文字母、数字和常用符号，地址和参数中不含控制字符。");
    }
}
