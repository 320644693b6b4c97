package org.yiban.access.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.web.Problems;

/** Answers refusals that arise before a controller is reached, as problem details and without a browser's login prompt. */
@Component
public class ProblemResponses implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ObjectMapper json;

    ProblemResponses(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        boolean wrongPassword = failure instanceof BadCredentialsException;
        write(
                response,
                ProblemException.of(
                        ProblemKind.UNAUTHENTICATED,
                        wrongPassword ? failure.getMessage() : "请先登录，或在请求中给出用户名和密码（HTTP Basic）。"));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        write(response, ProblemException.of(ProblemKind.FORBIDDEN, denied.getMessage()));
    }

    /** Writes a refusal as the whole answer. */
    public void write(HttpServletResponse response, ProblemException refusal) throws IOException {
        response.setStatus(refusal.kind().status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        ProblemDetail problem = Problems.of(refusal);
        // Camunda's web applications show this member to the person.
        problem.setProperty("message", refusal.getMessage());
        json.writeValue(response.getOutputStream(), problem);
    }
}
