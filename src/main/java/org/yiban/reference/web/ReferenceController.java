package org.yiban.reference.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.yiban.reference.StatedFigure;
import org.yiban.reference.web.ReferenceViews.Overview;
import org.yiban.reference.web.ReferenceViews.ProposalView;
import org.yiban.reference.web.ReferenceViews.RecordedView;

/** Reference data: what is on record, and putting it there. Nothing is in use before a second person has released it. */
@RestController
@RequestMapping("/api/reference")
@Tag(name = "参考数据")
class ReferenceController {

    private final ReferenceReading reading;
    private final ChangingReference changing;

    ReferenceController(ReferenceReading reading, ChangingReference changing) {
        this.reading = reading;
        this.changing = changing;
    }

    @GetMapping
    @Operation(summary = "参考数据的种类、可查看的地区，以及当前登录人可维护的地区")
    Overview overview() {
        return reading.overview();
    }

    @GetMapping("/figures")
    @Operation(
            summary = "已审定的数，连同出处和经手人",
            description = "region 为省、统筹区或其下的区划代码，连同其省的；不填为本人所在的统筹区及其省。past=true 时列出已被更正或撤销的。")
    List<RecordedView> figures(
            @RequestParam(required = false) String region, @RequestParam(defaultValue = "false") boolean past) {
        return reading.figures(region, past);
    }

    @GetMapping("/proposals")
    @Operation(summary = "提出的数和审定的结果，新的在前")
    List<ProposalView> proposals() {
        return reading.proposals();
    }

    @PostMapping("/proposals")
    @Operation(summary = "提出一个数", description = "由另一位主管审定后才使用。更正已有的数，在 replaces 里写它的编号；旧的数保留可查。")
    ProposalView propose(@RequestBody FigureRequest request) {
        return changing.propose(request.stated(), request.note());
    }

    @PostMapping(path = "/proposals/file", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "用文件提出一批数",
            description =
                    "CSV（UTF-8），列为 kind,region,year,from,until,value,identity,account_type,announced_on,source,replaces，"
                            + "或者空表里的中文列名；"
                            + "整个文件一起检查，有一行不对就全部不收，逐行说明。")
    ProposalView proposeFile(
            @RequestParam(required = false) MultipartFile file, @RequestParam(required = false) String note) {
        return changing.proposeFile(file == null ? null : file.getOriginalFilename(), content(file), note);
    }

    @PostMapping("/figures/{id}/withdrawal")
    @Operation(summary = "提出撤销一个数", description = "由另一位主管审定后生效。")
    ProposalView proposeWithdrawal(@PathVariable long id, @RequestBody ReasonRequest request) {
        return changing.proposeWithdrawal(id, request.reason());
    }

    @PostMapping("/proposals/{id}/release")
    @Operation(summary = "审定：从此使用", description = "提出人自己不能审定。")
    ProposalView release(@PathVariable long id) {
        return changing.release(id);
    }

    @PostMapping("/proposals/{id}/return")
    @Operation(summary = "退回，写明原因")
    ProposalView giveBack(@PathVariable long id, @RequestBody ReasonRequest request) {
        return changing.giveBack(id, request.reason());
    }

    @PostMapping("/proposals/{id}/take-back")
    @Operation(summary = "提出人收回")
    ProposalView takeBack(@PathVariable long id) {
        return changing.takeBack(id);
    }

    private static byte[] content(MultipartFile file) {
        try {
            return file == null ? null : file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what was sent", e);
        }
    }

    record ReasonRequest(String reason) {}

    /** A figure as it is typed; {@code note} is what is said with it. */
    record FigureRequest(
            String kind,
            String region,
            String year,
            String from,
            String until,
            String value,
            String identity,
            String accountType,
            String announcedOn,
            String source,
            String replaces,
            String note) {

        StatedFigure stated() {
            return new StatedFigure(
                    kind, region, year, from, until, value, identity, accountType, announcedOn, source, replaces);
        }
    }
}
