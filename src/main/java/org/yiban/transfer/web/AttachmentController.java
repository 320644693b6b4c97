package org.yiban.transfer.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.yiban.casework.attachments.Attachments;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.transfer.AttachingMaterials;
import org.yiban.transfer.TransferView;
import org.yiban.transfer.ViewingTransfers;

@RestController
@RequestMapping("/api/transfers/{caseNumber}/attachments")
@Tag(name = "转移接续")
class AttachmentController {

    private final AttachingMaterials attaching;
    private final ViewingTransfers viewing;

    AttachmentController(AttachingMaterials attaching, ViewingTransfers viewing) {
        this.attaching = attaching;
        this.viewing = viewing;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "收存一份材料的附件（转入地登记、审核）", description = "file 为 PDF、JPEG 或 PNG，按内容判断；大小上限由材料表设定。加密保存。")
    TransferView add(
            @PathVariable String caseNumber,
            @RequestParam(required = false) String material,
            @RequestParam(required = false) MultipartFile file) {
        CaseNumber number = new CaseNumber(caseNumber);
        if (file == null) {
            throw ProblemException.invalid("file", null, "必填");
        }
        attaching.add(number, material, file.getOriginalFilename(), content(file));
        return viewing.of(number);
    }

    private static byte[] content(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/{id}")
    @Operation(summary = "打开一份附件", description = "每次打开都记入审计。")
    ResponseEntity<byte[]> open(@PathVariable String caseNumber, @PathVariable long id) {
        Attachments.Opened opened = attaching.open(new CaseNumber(caseNumber), id);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(opened.attachment().type().mediaType()))
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(opened.attachment().fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(opened.content());
    }
}
