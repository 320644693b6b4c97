package org.yiban.web;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.kernel.Violation;

/** Turns every refusal and failure of an endpoint into a problem-details body (RFC 9457) that a person can act on. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    /** The class of SQL states of what constraints and guards refuse. */
    private static final String INTEGRITY = "23";
    /** The class of SQL states of what is rolled back because two changed the same at once. */
    private static final String ROLLED_BACK = "40";

    @ExceptionHandler
    ProblemDetail onRefusal(ProblemException refusal) {
        return Problems.of(refusal);
    }

    /**
     * What failed because of a refusal is answered with it, whoever has wrapped it: an expression of a process does so with
     * what is refused when it reads. What the database holds against is answered with its hint, which is written for people;
     * of two who wait for each other it lets one go on, and the other may try again.
     */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> onFailure(Exception failure) {
        Optional<ProblemException> refusal = refusalWithin(failure);
        if (refusal.isPresent()) {
            return ResponseEntity.status(refusal.get().kind().status()).body(Problems.of(refusal.get()));
        }
        LOG.error("A request failed", failure);
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.INTERNAL_SERVER_ERROR, "系统出错，本次操作没有生效，请稍后重试；如再次出现请联系管理员。");
        problem.setTitle("系统错误");
        return ResponseEntity.internalServerError().body(problem);
    }

    private static Optional<ProblemException> refusalWithin(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException refusal) {
                return Optional.of(refusal);
            }
            if (cause instanceof PSQLException failed && failed.getSQLState() != null) {
                return refusalOf(failed);
            }
        }
        return Optional.empty();
    }

    private static Optional<ProblemException> refusalOf(PSQLException failed) {
        if (failed.getSQLState().startsWith(ROLLED_BACK)) {
            return Optional.of(ProblemException.of(ProblemKind.CONFLICT, "同一时刻有其他操作在修改相同的记录，本次操作没有生效；请重试。"));
        }
        return failed.getSQLState().startsWith(INTEGRITY)
                ? Optional.ofNullable(failed.getServerErrorMessage())
                        .map(ServerErrorMessage::getHint)
                        .map(hint -> ProblemException.of(ProblemKind.CONFLICT, hint))
                : Optional.empty();
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return body(ProblemException.invalid(List.of(violation(e))));
    }

    @Override
    protected ResponseEntity<Object> handleServletRequestBindingException(
            ServletRequestBindingException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (e instanceof MissingRequestHeaderException missing) {
            return body(ProblemException.invalid(missing.getHeaderName(), null, "缺少请求头 " + missing.getHeaderName()));
        }
        return super.handleServletRequestBindingException(e, headers, status, request);
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return body(ProblemException.invalid(e.getParameterName(), null, "必填"));
    }

    @ExceptionHandler
    ProblemDetail onWrongType(MethodArgumentTypeMismatchException e) {
        return Problems.of(ProblemException.invalid(
                e.getName(), String.valueOf(e.getValue()), "应为 " + allowed(e.getRequiredType())));
    }

    private static ResponseEntity<Object> body(ProblemException refusal) {
        return ResponseEntity.status(refusal.kind().status()).body(Problems.of(refusal));
    }

    private static Violation violation(HttpMessageNotReadableException e) {
        if (e.getCause() instanceof UnrecognizedPropertyException unknown) {
            String known = unknown.getKnownPropertyIds().stream()
                    .map(String::valueOf)
                    .sorted()
                    .collect(Collectors.joining("、"));
            return new Violation(path(unknown), null, "没有这个字段；可用字段：" + known);
        }
        if (e.getCause() instanceof MismatchedInputException mismatch) {
            return new Violation(path(mismatch), given(mismatch), "应为 " + allowed(mismatch.getTargetType()));
        }
        if (e.getCause() instanceof JsonMappingException mapping) {
            return new Violation(path(mapping), null, "格式不符");
        }
        return new Violation("body", null, "请求正文不是有效的 JSON");
    }

    /** The value as given; texts are not repeated, they may hold an identity number. */
    private static String given(MismatchedInputException e) {
        return e instanceof InvalidFormatException format && format.getTargetType() != String.class
                ? String.valueOf(format.getValue())
                : null;
    }

    private static String path(JsonMappingException e) {
        String path = e.getPath().stream()
                .map(reference ->
                        reference.getFieldName() == null ? "[" + reference.getIndex() + "]" : reference.getFieldName())
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "body" : path;
    }

    private static String allowed(Class<?> type) {
        if (type == null) {
            return "规定的格式";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(" / "));
        }
        return switch (type.getSimpleName()) {
            case "LocalDate" -> "真实存在的日期，格式 yyyy-MM-dd，如 2026-02-12";
            case "YearMonth" -> "月份，格式 yyyy-MM，如 2026-02";
            case "Integer", "int", "Long", "long" -> "整数";
            case "BigDecimal" -> "数字";
            case "Boolean", "boolean" -> "true / false";
            case "String" -> "文字（写在引号内），不能含有控制字符";
            default -> "规定的格式";
        };
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail problem) {
            describe(problem, headers);
        }
        return super.createResponseEntity(body, headers, status, request);
    }

    private static void describe(ProblemDetail problem, HttpHeaders headers) {
        switch (problem.getStatus()) {
            case 404 -> describe(problem, ProblemKind.NOT_FOUND.slug(), ProblemKind.NOT_FOUND.title(), "没有这个地址");
            case 405 ->
                describe(problem, "method-not-allowed", "请求方法不对", "这个地址只接受 " + headers.getFirst(HttpHeaders.ALLOW));
            case 406 ->
                describe(problem, "not-acceptable", "没有所要的格式", "请求头 Accept 应为 " + headers.getFirst(HttpHeaders.ACCEPT));
            case 413 -> describe(problem, "too-large", "内容过大", "上传的内容过大，请分批上传");
            case 415 ->
                describe(
                        problem,
                        "unsupported-media-type",
                        "正文格式不对",
                        "请求头 Content-Type 应为 " + headers.getFirst(HttpHeaders.ACCEPT));
            default -> {
                // Every other failure has its own handler above, or Spring's words are all there is.
            }
        }
    }

    private static void describe(ProblemDetail problem, String slug, String title, String detail) {
        problem.setType(URI.create("urn:yiban:problem:" + slug));
        problem.setTitle(title);
        problem.setDetail(detail);
    }
}
