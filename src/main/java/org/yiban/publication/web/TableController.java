package org.yiban.publication.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.policy.register.FileInForce;
import org.yiban.policy.register.PackagedChange;
import org.yiban.policy.register.TableRegister;
import org.yiban.publication.PublishingTables;

@RestController
@RequestMapping("/api/tables")
@Tag(name = "决策表")
class TableController {

    private final TableRegister register;
    private final PublishingTables publishing;
    private final BusinessTime time;

    TableController(TableRegister register, PublishingTables publishing, BusinessTime time) {
        this.register = register;
        this.publishing = publishing;
        this.time = time;
    }

    @GetMapping
    @Operation(summary = "某一业务日期适用的决策表文件，不写日期是今天")
    List<FileInForce> inForce(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on) {
        publishing.requireAnalyst();
        return register.inForce(on == null ? time.today() : on);
    }

    @GetMapping("/changes")
    @Operation(summary = "随系统的文件有什么变动：各次升级改了什么，哪些发布所依据的版本已经不同")
    PackagedChanges changes() {
        publishing.requireAnalyst();
        return new PackagedChanges(register.releases(), register.overtaken());
    }

    @GetMapping("/versions/{digest}")
    @Operation(summary = "一个版本的内容，按 SHA-256：凡是作答过或申请过的都有")
    ResponseEntity<byte[]> version(@PathVariable String digest) {
        publishing.requireAnalyst();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .body(register.content(digest)
                        .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND, "digest", digest, "登记簿里没有这个版本")));
    }

    /**
     * What releases changed.
     *
     * @param releases packaged files that differ from those packaged before
     * @param overtaken packaged files that differ from what a publication in force was made from; the publication answers
     */
    record PackagedChanges(List<PackagedChange> releases, List<PackagedChange> overtaken) {}
}
