package org.yiban.publication.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.yiban.policy.register.Publication;
import org.yiban.publication.PublicationView;
import org.yiban.publication.PublishingTables;
import org.yiban.publication.ViewingPublications;
import org.yiban.web.Required;

@RestController
@RequestMapping("/api/publications")
@Tag(name = "决策表发布")
class PublicationController {

    private final PublishingTables publishing;
    private final ViewingPublications viewing;

    PublicationController(PublishingTables publishing, ViewingPublications viewing) {
        this.publishing = publishing;
        this.viewing = viewing;
    }

    @PostMapping(consumes = "multipart/form-data")
    @Operation(
            summary = "申请发布一个决策表文件",
            description = "file：DMN 文件；from：从哪个业务日期起；reason：理由；source：依据的文件；cases：案例文件（CSV 或 XLSX，可不交）。"
                    + "检查和案例全部通过才登记，由另一位规则分析员确认后适用。")
    ResponseEntity<PublicationView> request(
            @RequestParam(required = false) MultipartFile file,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String reason,
            @RequestParam(required = false) String source,
            @RequestParam(required = false) MultipartFile cases) {
        publishing.requireAnalyst();
        Publication asked = publishing.request(
                bytes(file), from, reason, source, cases == null ? null : cases.getOriginalFilename(), bytes(cases));
        return ResponseEntity.created(URI.create("/api/publications/" + asked.id()))
                .body(viewing.of(asked.id()));
    }

    @GetMapping
    @Operation(summary = "全部发布，最近的在前")
    List<PublicationView> all() {
        return viewing.all();
    }

    @GetMapping("/{id}")
    @Operation(summary = "一次发布：差异、检查、案例、经过")
    PublicationView get(@PathVariable long id) {
        return viewing.of(id);
    }

    @GetMapping("/by-task/{taskId}")
    @Operation(summary = "一项待办所属的发布")
    PublicationView byTask(@PathVariable String taskId) {
        return viewing.of(viewing.idOfTask(taskId));
    }

    @PostMapping("/tasks/{taskId}/decision")
    @Operation(summary = "确认或不予确认（申请人以外的规则分析员）")
    PublicationView decideTask(@PathVariable String taskId, @RequestBody TaskDecision decision) {
        long id = viewing.idOfTask(taskId);
        boolean confirmed = Required.decision(decision.decision(), Decision.class) == Decision.CONFIRM;
        publishing.decide(id, confirmed, decision.reason());
        return viewing.of(id);
    }

    @PostMapping("/{id}/confirmation")
    @Operation(summary = "确认发布或撤回（申请人以外的规则分析员）")
    PublicationView confirm(@PathVariable long id) {
        publishing.decide(id, true, null);
        return viewing.of(id);
    }

    @PostMapping("/{id}/refusal")
    @Operation(summary = "不予确认发布或撤回（申请人以外的规则分析员）")
    PublicationView refuse(@PathVariable long id, @RequestBody Reason reason) {
        publishing.decide(id, false, reason.reason());
        return viewing.of(id);
    }

    @PostMapping("/{id}/withdrawal")
    @Operation(summary = "收回尚未确认的申请，或申请撤回已生效的发布")
    PublicationView withdraw(@PathVariable long id, @RequestBody Reason reason) {
        publishing.withdraw(id, reason.reason());
        return viewing.of(id);
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file == null ? null : file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what was sent", e);
        }
    }

    /** 确认或不予确认。 */
    enum Decision {
        CONFIRM,
        REFUSE
    }

    record TaskDecision(Decision decision, String reason) {}

    record Reason(String reason) {}
}
