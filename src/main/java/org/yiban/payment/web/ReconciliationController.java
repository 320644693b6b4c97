package org.yiban.payment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
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
import org.yiban.kernel.CaseNumber;
import org.yiban.ledger.CollectionOrder;
import org.yiban.ledger.CollectionState;
import org.yiban.payment.Collecting;
import org.yiban.payment.Reconciliation;
import org.yiban.payment.Reconciling;
import org.yiban.payment.ViewingLedger;
import org.yiban.payment.ViewingLedger.CaseMoney;
import org.yiban.payment.ViewingLedger.PaymentMoney;
import org.yiban.payment.ViewingPayments;
import org.yiban.region.RegionCode;

/** What does not fit, and money that is to come in. */
@RestController
@RequestMapping("/api/payments")
@Tag(name = "付款")
class ReconciliationController {

    private final Reconciling reconciling;
    private final Collecting collecting;
    private final ViewingPayments viewing;
    private final ViewingLedger ledger;

    ReconciliationController(
            Reconciling reconciling, Collecting collecting, ViewingPayments viewing, ViewingLedger ledger) {
        this.reconciling = reconciling;
        this.collecting = collecting;
        this.viewing = viewing;
        this.ledger = ledger;
    }

    @GetMapping("/reconciliation")
    @Operation(summary = "对账：付款单、台账、付款文件、财政结果（财务、主管、稽核员）", description = "findings 为不一致之处和处理办法；同类至多列 500 条。")
    Reconciliation reconciliation(@RequestParam String pool) {
        return reconciling.of(RegionCode.parse("pool", pool));
    }

    @GetMapping("/reconciliation.csv")
    @Operation(summary = "对账报告（CSV）")
    ResponseEntity<byte[]> csv(@RequestParam String pool) {
        Reconciliation report = reconciling.of(RegionCode.parse("pool", pool));
        String name = "reconciliation-" + report.pool() + "-" + report.at().toLocalDate() + ".csv";
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(reconciling.csv(report).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/ledger/cases/{caseNumber}")
    @Operation(summary = "一个案件的资金：待付、在途、已退、已收回、应收，及其台账记录")
    CaseMoney ofCase(@PathVariable String caseNumber) {
        return ledger.of(new CaseNumber(caseNumber));
    }

    @GetMapping("/ledger/payments/{reference}")
    @Operation(summary = "一笔缴费的资金：本人所缴、待退、在途、已退，及已占用的月份")
    PaymentMoney ofPayment(@PathVariable String reference) {
        return ledger.ofPayment(reference);
    }

    @GetMapping("/collections")
    @Operation(summary = "一个统筹区的收款单，待收的在前")
    List<CollectionRow> collections(@RequestParam String pool) {
        return viewing.collections(RegionCode.parse("pool", pool)).stream()
                .map(CollectionRow::of)
                .toList();
    }

    @PostMapping("/collections/result")
    @Operation(summary = "登记收款结果（财务）", description = "state 为 PAID、PARTLY 或 EXPIRED；与先到的结果矛盾的不改变收款单，记入对账。")
    CollectionRow settle(@RequestBody CollectionOutcome outcome) {
        return CollectionRow.of(collecting.settle(
                outcome.order(), outcome.state(), outcome.amount(), outcome.receipt(), outcome.receivedOn()));
    }

    record CollectionOutcome(String order, String state, String amount, String receipt, LocalDate receivedOn) {}

    /** A collection order in a list. */
    record CollectionRow(
            String order,
            CaseNumber caseNumber,
            BigDecimal amount,
            LocalDate lastDay,
            CollectionState state,
            String stateTitle,
            BigDecimal collected,
            String receipt,
            ZonedDateTime orderedAt,
            ZonedDateTime settledAt) {

        static CollectionRow of(CollectionOrder order) {
            return new CollectionRow(
                    order.key(),
                    order.caseNumber(),
                    order.amount(),
                    order.lastDay(),
                    order.state(),
                    order.state().title(),
                    order.collected(),
                    order.receipt(),
                    order.orderedAt(),
                    order.settledAt());
        }
    }
}
