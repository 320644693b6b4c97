package org.yiban.enquiry.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiban.enquiry.Enquiries;
import org.yiban.enquiry.Enquiries.Asked;
import org.yiban.enquiry.EnquiryQuestion;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.policy.RecordedDecision;
import org.yiban.policy.explain.DecisionSheet;
import org.yiban.policy.explain.DecisionWords;

/** Enquiries of the pools of the person who asks; another pool's do not exist for them. */
@RestController
@RequestMapping("/api/enquiries")
@Tag(name = "政策咨询")
class EnquiryController {

    private static final String USUAL_LIMIT = "30";
    private static final int MOST = 100;

    private final Enquiries enquiries;
    private final EnquiryViews views;
    private final DecisionWords words;

    EnquiryController(Enquiries enquiries, EnquiryViews views, DecisionWords words) {
        this.enquiries = enquiries;
        this.views = views;
        this.words = words;
    }

    @PostMapping
    @Operation(
            summary = "咨询并记录",
            description = "按事实询问一类决策，留下问题和答复的记录，不立案。同一 Idempotency-Key 重发同一咨询，返回同一记录（200）；内容不同则拒绝（409）。")
    ResponseEntity<EnquiryView> ask(
            @RequestHeader("Idempotency-Key") String key, @RequestBody EnquiryQuestion question) {
        Asked asked = enquiries.ask(question, key);
        EnquiryView view = views.of(asked.enquiry());
        return asked.created()
                ? ResponseEntity.created(
                                URI.create("/api/enquiries/" + asked.enquiry().number()))
                        .body(view)
                : ResponseEntity.ok(view);
    }

    @GetMapping("/{number}")
    @Operation(summary = "查看一项咨询")
    EnquiryView get(@PathVariable String number) {
        return views.of(enquiries.of(new CaseNumber(number)));
    }

    @GetMapping("/{number}/sheet")
    @Operation(summary = "一项咨询的答复，供打印", description = "文件没有规定的，主管判断后是主管的判断。")
    DecisionSheet sheet(@PathVariable String number) {
        List<RecordedDecision> answers = enquiries.answersTo(enquiries.of(new CaseNumber(number)));
        return words.sheet(answers.get(answers.size() - 1));
    }

    @GetMapping
    @Operation(summary = "本人所在统筹区的咨询", description = "新的在前。翻页：after 填上一页最后一项的编号。")
    List<EnquiryRow> latest(
            @Parameter(description = "上一页最后一项的编号") @RequestParam(required = false) String after,
            @Parameter(description = "每页件数，1 到 100") @RequestParam(defaultValue = USUAL_LIMIT) int limit) {
        if (limit < 1 || limit > MOST) {
            throw ProblemException.invalid("limit", String.valueOf(limit), "应为 1 到 " + MOST + " 的整数");
        }
        CaseNumber before = after == null ? null : new CaseNumber(after);
        return enquiries.latest(before, limit).stream().map(views::row).toList();
    }
}
