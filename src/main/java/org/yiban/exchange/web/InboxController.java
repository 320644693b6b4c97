package org.yiban.exchange.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.yiban.exchange.Inbox;
import org.yiban.exchange.Inbox.Receipt;

/** The inbox for partners outside. It asks for no login: the signature says who sends. */
@RestController
@Tag(name = "消息交换")
class InboxController {

    private static final String SECONDS_TO_WAIT = "5";

    private final Inbox inbox;

    InboxController(Inbox inbox) {
        this.inbox = inbox;
    }

    @PostMapping(path = "/api/exchange/inbox", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "接收财政、税务等伙伴的消息",
            description = "不需要登录；请求头 X-JWS-Signature 为正文的分离签名（JWS，ES256）。同一编号重发得到 200，内容不同得到 409。")
    ResponseEntity<Object> receive(
            @RequestHeader(name = Inbox.SIGNATURE, required = false) String signature, HttpServletRequest request)
            throws IOException {
        Receipt receipt = inbox.receive(signature, request.getInputStream());
        return switch (receipt.result()) {
            case NEW -> ResponseEntity.status(HttpStatus.ACCEPTED).body(taken(receipt));
            case REPEATED -> ResponseEntity.ok(taken(receipt));
            case CONTRADICTING -> problem(HttpStatus.CONFLICT, "conflict", "与已收到的消息冲突", receipt);
            case INVALID -> problem(HttpStatus.BAD_REQUEST, "invalid-input", "消息有误", receipt);
            case UNSIGNED -> problem(HttpStatus.UNAUTHORIZED, "unsigned", "签名无效", receipt);
            case TOO_LARGE -> problem(HttpStatus.PAYLOAD_TOO_LARGE, "too-large", "内容过大", receipt);
            case BUSY -> problem(HttpStatus.SERVICE_UNAVAILABLE, "busy", "收件繁忙", receipt);
        };
    }

    private static Map<String, Object> taken(Receipt receipt) {
        return Map.of("key", receipt.key(), "result", receipt.result().name());
    }

    private static ResponseEntity<Object> problem(HttpStatus status, String slug, String title, Receipt receipt) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, receipt.why());
        problem.setType(URI.create("urn:yiban:problem:" + slug));
        problem.setTitle(title);
        if (!receipt.violations().isEmpty()) {
            problem.setProperty("violations", receipt.violations());
        }
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status);
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
        }
        return answer.body(problem);
    }
}
