package org.yiban.transfer.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
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
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.transfer.MessageSchemas;
import org.yiban.transfer.PrintedDocument;
import org.yiban.transfer.PrintingTables;
import org.yiban.transfer.certificate.CertificateRequest;
import org.yiban.transfer.certificate.IssuingCertificates;

/** Information tables and enrolment certificates, for print and as data, and the schemas of the data. */
@RestController
@RequestMapping("/api")
@Tag(name = "信息表和参保凭证")
class DocumentController {

    private final PrintingTables tables;
    private final IssuingCertificates certificates;
    private final MessageSchemas schemas;

    DocumentController(PrintingTables tables, IssuingCertificates certificates, MessageSchemas schemas) {
        this.tables = tables;
        this.certificates = certificates;
        this.schemas = schemas;
    }

    @GetMapping("/transfers/{caseNumber}/information-table")
    @Operation(summary = "信息表（供打印，证件号码遮挡）", description = "不填 version 为最近一次出具的。")
    PrintedDocument table(@PathVariable String caseNumber, @RequestParam(required = false) Integer version) {
        return tables.printed(new CaseNumber(caseNumber), version);
    }

    @PostMapping("/transfers/{caseNumber}/information-table/document")
    @Operation(summary = "信息表全文（JSON，含证件全号，写明理由，记入审计）")
    ResponseEntity<JsonNode> tableDocument(
            @PathVariable String caseNumber,
            @RequestParam(required = false) Integer version,
            @RequestBody Reason reason) {
        return file(caseNumber, tables.document(new CaseNumber(caseNumber), version, reason.reason()));
    }

    @PostMapping("/certificates")
    @Operation(summary = "出具参保凭证", description = "同一天、同一用途、登记没有变动的，返回已出具的那一份（200）。")
    ResponseEntity<PrintedDocument> issue(@RequestBody CertificateRequest request) {
        IssuingCertificates.Issued issued = certificates.issue(request);
        return issued.created()
                ? ResponseEntity.created(URI.create(
                                "/api/certificates/" + issued.certificate().number()))
                        .body(issued.certificate())
                : ResponseEntity.ok(issued.certificate());
    }

    @GetMapping("/certificates/{number}")
    @Operation(summary = "参保凭证（供打印，证件号码遮挡）")
    PrintedDocument certificate(@PathVariable String number) {
        return certificates.printed(number);
    }

    @PostMapping("/certificates/{number}/document")
    @Operation(summary = "参保凭证全文（JSON，含证件全号，写明理由，记入审计）")
    ResponseEntity<JsonNode> certificateDocument(@PathVariable String number, @RequestBody Reason reason) {
        return file(number, certificates.document(number, reason.reason()));
    }

    @GetMapping("/schemas/{name}")
    @Operation(
            summary = "消息和单据的 JSON Schema",
            description = "不需要登录。例如 transfer.information-table、enrolment-certificate。")
    ResponseEntity<String> schema(@PathVariable String name) {
        return schemas.text(name)
                .map(text -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType("application/schema+json"))
                        .body(text))
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND, "name", name, "没有这个名称的 schema"));
    }

    private static ResponseEntity<JsonNode> file(String name, JsonNode document) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".json\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(document);
    }

    record Reason(String reason) {}
}
