package org.yiban.payment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.ledger.OrderState;
import org.yiban.ledger.PaymentOrder;
import org.yiban.payment.BatchSummary;
import org.yiban.payment.BatchView;
import org.yiban.payment.DrawingUpBatches;
import org.yiban.payment.ReceivingResults;
import org.yiban.payment.ViewingPayments;
import org.yiban.payment.ViewingPayments.Download;
import org.yiban.payment.files.PaymentFormat;
import org.yiban.region.RegionCode;

/** Orders, batches and their files. */
@RestController
@RequestMapping("/api/payments")
@Tag(name = "付款")
class PaymentController {

    private static final int MOST = 500;

    private final DrawingUpBatches drawing;
    private final ReceivingResults receiving;
    private final ViewingPayments viewing;

    PaymentController(DrawingUpBatches drawing, ReceivingResults receiving, ViewingPayments viewing) {
        this.drawing = drawing;
        this.receiving = receiving;
        this.viewing = viewing;
    }

    @GetMapping("/orders")
    @Operation(summary = "一个统筹区的付款单", description = "按开出的先后。翻页：after 填上一页最后一张的 id。账号只显示首尾。")
    List<OrderRow> orders(
            @RequestParam String pool,
            @Parameter(description = "状态；不填为待付") @RequestParam(required = false) List<OrderState> state,
            @RequestParam(defaultValue = "0") long after,
            @Parameter(description = "1 到 500") @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST) {
            throw ProblemException.invalid("limit", String.valueOf(limit), "应为 1 到 " + MOST);
        }
        Set<OrderState> states = state == null || state.isEmpty() ? EnumSet.of(OrderState.OPEN) : EnumSet.copyOf(state);
        return viewing.orders(RegionCode.parse("pool", pool), states, after, limit).stream()
                .map(OrderRow::of)
                .toList();
    }

    @PostMapping("/orders/account")
    @Operation(summary = "查看付款单的完整账号（财务、审核员）", description = "须写理由，每次查看都有审计记录。")
    Account revealAccount(@RequestBody Reveal reveal) {
        return new Account(viewing.revealAccount(reveal.order(), reveal.reason()));
    }

    @PostMapping("/batches")
    @Operation(summary = "编制付款批次（财务）", description = "orders 不填为全部待付的付款单，先开先付，至多一批之数。编制后须由另一人审批。")
    ResponseEntity<BatchView> drawUp(@RequestBody NewBatch batch) {
        CaseNumber number = drawing.drawUp(RegionCode.parse("pool", batch.pool()), batch.orders())
                .number();
        return ResponseEntity.created(URI.create("/api/payments/batches/" + number))
                .body(viewing.of(number));
    }

    @GetMapping("/batches")
    @Operation(summary = "一个统筹区最近的付款批次")
    List<BatchSummary> batches(@RequestParam String pool) {
        return viewing.batches(RegionCode.parse("pool", pool));
    }

    @GetMapping("/batches/{number}")
    @Operation(summary = "查看付款批次")
    BatchView batch(@PathVariable String number) {
        return viewing.of(new CaseNumber(number));
    }

    @GetMapping("/batches/{number}/files/{format}")
    @Operation(summary = "下载付款文件（财务）", description = "format 为 PAIN001 或 CSV。每次下载的字节相同；文件含完整账号，下载留有审计记录。")
    ResponseEntity<byte[]> file(@PathVariable String number, @PathVariable PaymentFormat format) {
        Download file = viewing.download(new CaseNumber(number), format);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType() + ";charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name())
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-SHA256", file.sha256())
                .body(file.content());
    }

    @PostMapping(path = "/batches/{number}/results", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "上传财政的结果文件（财务）",
            description =
                    "pain.002.001.10 或 CSV（列 batch,order,state,amount,reason，末行 TOTAL,笔数,,金额,）。整个文件核对无误才接收，逐笔入账随后自动进行；有错则逐笔指出，什么也不改变。同一文件再次上传不重复入账。")
    Received upload(@PathVariable String number, @RequestParam(required = false) MultipartFile file) {
        if (file == null) {
            throw ProblemException.invalid("file", null, "请选择结果文件");
        }
        CaseNumber batch = new CaseNumber(number);
        boolean taken = receiving.upload(batch, nameOf(file), content(file));
        return new Received(taken, viewing.of(batch));
    }

    private static String nameOf(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name == null || name.isBlank() ? "结果文件" : name.substring(0, Math.min(name.length(), 200));
    }

    private static byte[] content(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what was sent", e);
        }
    }

    record Reveal(String order, String reason) {}

    record Account(String accountNumber) {}

    /** 新批次。 */
    record NewBatch(String pool, List<String> orders) {}

    /** @param taken {@code false} if the batch had the same file already */
    record Received(boolean taken, BatchView batch) {}

    /** An order in a list; its account is masked. */
    record OrderRow(
            long id,
            String order,
            CaseNumber caseNumber,
            String purpose,
            BigDecimal amount,
            String payeeName,
            String accountMasked,
            String bankCode,
            OrderState state,
            String stateTitle,
            int attempt,
            String reason,
            ZonedDateTime issuedAt) {

        static OrderRow of(PaymentOrder order) {
            return new OrderRow(
                    order.id(),
                    order.key(),
                    order.caseNumber(),
                    order.purpose().title(),
                    order.amount(),
                    order.payeeName(),
                    order.accountMasked(),
                    order.bankCode(),
                    order.state(),
                    order.state().title(),
                    order.attempt(),
                    order.reason(),
                    order.issuedAt());
        }
    }
}
