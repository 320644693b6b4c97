package org.yiban.bulk.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiban.bulk.BulkFileView;
import org.yiban.bulk.ReceivingFiles;
import org.yiban.bulk.SteeringFiles;
import org.yiban.bulk.SubmittingFiles;
import org.yiban.bulk.ViewingFiles;
import org.yiban.bulk.WritingFiles;
import org.yiban.bulk.table.TableFormat;
import org.yiban.kernel.ProblemException;
import org.yiban.web.Required;

/** Files of many applications, of the pools of the person who asks; another pool's do not exist for them. */
@RestController
@RequestMapping("/api/bulk")
@Tag(name = "成批办理")
class BulkController {

    private static final String USUAL_LIMIT = "30";
    private static final int MOST = 100;

    private final ReceivingFiles receiving;
    private final SubmittingFiles submitting;
    private final SteeringFiles steering;
    private final ViewingFiles viewing;
    private final WritingFiles writing;

    BulkController(
            ReceivingFiles receiving,
            SubmittingFiles submitting,
            SteeringFiles steering,
            ViewingFiles viewing,
            WritingFiles writing) {
        this.receiving = receiving;
        this.submitting = submitting;
        this.steering = steering;
        this.viewing = viewing;
        this.writing = writing;
    }

    @GetMapping("/kinds")
    @Operation(summary = "可以成批办理的事项和列，以及本人可以为哪些统筹区上传")
    ViewingFiles.Offer kinds() {
        return viewing.offer();
    }

    @GetMapping("/kinds/{kind}/template")
    @Operation(summary = "空白模板（csv 或 xlsx）")
    void template(
            @PathVariable String kind, @RequestParam(defaultValue = "xlsx") String format, HttpServletResponse response)
            throws IOException {
        TableFormat form = TableFormat.of("format", format);
        send(writing.template(kind, form), form, response);
    }

    @PostMapping(path = "/files", consumes = "application/octet-stream")
    @Operation(
            summary = "上传一个成批文件",
            description =
                    "正文就是文件（CSV 或 XLSX），边传边加密保存。同一统筹区、同一事项的同一文件再次上传，返回原来那个（200）。检查在后台进行，用 GET /api/bulk/files/{id} 看进度。")
    ResponseEntity<BulkFileView> receive(
            @RequestParam String kind, @RequestParam String pool, @RequestParam String name, HttpServletRequest request)
            throws IOException {
        ReceivingFiles.Received received = receiving.receive(kind, pool, name, request.getInputStream());
        BulkFileView view = viewing.of(received.id());
        return received.created()
                ? ResponseEntity.created(URI.create("/api/bulk/files/" + received.id()))
                        .body(view)
                : ResponseEntity.ok(view);
    }

    @GetMapping("/files")
    @Operation(summary = "本人所在统筹区的成批文件", description = "新的在前。翻页：before 填上一页最后一个的编号。")
    List<BulkFileView.Line> latest(
            @RequestParam(required = false) Long before, @RequestParam(defaultValue = USUAL_LIMIT) int limit) {
        if (limit < 1 || limit > MOST) {
            throw ProblemException.invalid("limit", String.valueOf(limit), "应为 1 到 " + MOST + " 的整数");
        }
        return viewing.latest(before, limit);
    }

    @GetMapping("/files/{id}")
    @Operation(summary = "一个成批文件：进度、合计、经过")
    BulkFileView get(@PathVariable long id) {
        return viewing.of(id);
    }

    @GetMapping("/files/{id}/errors")
    @Operation(summary = "有误的行（前 100 行，个人信息隐去中间）")
    BulkFileView.Rows errors(@PathVariable long id) {
        return viewing.faulty(id);
    }

    @GetMapping("/files/{id}/errors/file")
    @Operation(summary = "有误的行，退回修改用（原来的列加行号和错误说明）", description = "含完整内容，只给登记员；记入审计。")
    void errorFile(
            @PathVariable long id, @RequestParam(defaultValue = "xlsx") String format, HttpServletResponse response)
            throws IOException {
        TableFormat form = TableFormat.of("format", format);
        send(writing.errors(id, form), form, response);
    }

    @GetMapping("/files/{id}/failures")
    @Operation(summary = "没有立案的行（前 100 行）和原因")
    BulkFileView.Rows failures(@PathVariable long id) {
        return viewing.failed(id);
    }

    @GetMapping("/files/{id}/sample")
    @Operation(summary = "复核用的抽样")
    BulkFileView.Rows sample(@PathVariable long id) {
        return viewing.sample(id);
    }

    @GetMapping("/files/{id}/results/file")
    @Operation(summary = "结果文件：行号、案号、结论", description = "不含个人信息。")
    void results(
            @PathVariable long id, @RequestParam(defaultValue = "xlsx") String format, HttpServletResponse response)
            throws IOException {
        TableFormat form = TableFormat.of("format", format);
        send(writing.results(id, form), form, response);
    }

    @PostMapping("/files/{id}/rows/{row}/contents")
    @Operation(summary = "一行的完整内容", description = "须写理由；记入审计。")
    List<String> reveal(@PathVariable long id, @PathVariable int row, @RequestBody Reason reason) {
        return viewing.reveal(id, row, reason.reason());
    }

    @PostMapping("/files/{id}/submission")
    @Operation(summary = "提交复核", description = "leaveOutFaulty：剔除有误的行；不剔除而有误的，拒绝（409）。")
    BulkFileView submit(@PathVariable long id, @RequestBody Submission submission) {
        submitting.submit(id, Boolean.TRUE.equals(submission.leaveOutFaulty()));
        return viewing.of(id);
    }

    @PostMapping("/files/{id}/withdrawal")
    @Operation(summary = "作废一个还没有放行的文件")
    BulkFileView withdraw(@PathVariable long id, @RequestBody Reason reason) {
        submitting.withdraw(id, reason.reason());
        return viewing.of(id);
    }

    @GetMapping("/by-task/{taskId}")
    @Operation(summary = "一项待办所属的成批文件，连同抽样")
    Review byTask(@PathVariable String taskId) {
        long id = submitting.fileOf(taskId);
        return new Review(viewing.of(id), viewing.sample(id));
    }

    @PostMapping("/tasks/{taskId}/review")
    @Operation(summary = "放行或退回（上传人以外的审批员）")
    BulkFileView review(@PathVariable String taskId, @RequestBody ReviewDecision decision) {
        boolean release = Required.decision(decision.decision(), Decision.class) == Decision.RELEASE;
        long id = submitting.fileOf(taskId);
        submitting.review(taskId, release, decision.reason());
        return viewing.of(id);
    }

    @PostMapping("/files/{id}/stop")
    @Operation(summary = "暂停立案")
    BulkFileView stop(@PathVariable long id) {
        steering.stop(id);
        return viewing.of(id);
    }

    @PostMapping("/files/{id}/resume")
    @Operation(summary = "继续立案")
    BulkFileView resume(@PathVariable long id) {
        steering.resume(id);
        return viewing.of(id);
    }

    @PostMapping("/files/{id}/retry")
    @Operation(summary = "重试没有立案的行")
    BulkFileView retry(@PathVariable long id) {
        steering.retry(id);
        return viewing.of(id);
    }

    @PostMapping("/files/{id}/end")
    @Operation(summary = "结束：其余的行不再立案")
    BulkFileView end(@PathVariable long id, @RequestBody Reason reason) {
        steering.end(id, reason.reason());
        return viewing.of(id);
    }

    private static void send(WritingFiles.Written file, TableFormat format, HttpServletResponse response)
            throws IOException {
        response.setContentType(format.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(file.name()).build().toString());
        file.content().to(response.getOutputStream());
    }

    /** 放行或退回。 */
    enum Decision {
        RELEASE,
        RETURN
    }

    record ReviewDecision(Decision decision, String reason) {}

    record Submission(Boolean leaveOutFaulty) {}

    record Reason(String reason) {}

    /** A file and its sample, as the reviewer's form shows them. */
    record Review(BulkFileView file, BulkFileView.Rows sample) {}
}
