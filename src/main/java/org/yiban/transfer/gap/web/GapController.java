package org.yiban.transfer.gap.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiban.kernel.CaseNumber;
import org.yiban.policy.known.Correction;
import org.yiban.transfer.gap.DecidingGaps;
import org.yiban.transfer.gap.DecidingGaps.Price;
import org.yiban.transfer.gap.GapView;
import org.yiban.transfer.gap.ViewingGaps;
import org.yiban.web.Required;

@RestController
@RequestMapping("/api/transfers")
@Tag(name = "转移接续：待遇衔接")
class GapController {

    private final DecidingGaps deciding;
    private final ViewingGaps viewing;

    GapController(DecidingGaps deciding, ViewingGaps viewing) {
        this.deciding = deciding;
        this.viewing = viewing;
    }

    @GetMapping("/{caseNumber}/gap")
    @Operation(summary = "查看一件转入的待遇衔接：事实、各种办法下的待遇、补缴与结果", description = "没有待遇衔接的案件答复 204。")
    ResponseEntity<GapView> get(@PathVariable String caseNumber) {
        return viewing.find(new CaseNumber(caseNumber))
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @GetMapping("/gap/by-task/{taskId}")
    @Operation(summary = "查看一项待办所属的待遇衔接")
    GapView byTask(@PathVariable String taskId) {
        return viewing.ofTask(taskId);
    }

    @PostMapping("/gap/tasks/{taskId}/facts")
    @Operation(summary = "核对待遇衔接的事实（审核）", description = "更正逐项写明理由；按文件试算不补缴、按期补缴、逾期补缴各怎样。")
    GapView confirmFacts(@PathVariable String taskId, @RequestBody FactsChecked checked) {
        CaseNumber number = viewing.caseOf(taskId);
        deciding.confirmFacts(taskId, checked.corrections());
        return viewing.of(number);
    }

    @PostMapping("/gap/tasks/{taskId}/choice")
    @Operation(
            summary = "登记申请人补缴或不补缴的选择（登记）",
            description = "文件说了价格的按文件算（base、accountType），没有说的填税务核定的金额和凭据（amount、amountSource）。")
    GapView choose(@PathVariable String taskId, @RequestBody Choice choice) {
        CaseNumber number = viewing.caseOf(taskId);
        if (Required.decision(choice.decision(), ChoiceMade.class) == ChoiceMade.PAY) {
            deciding.choosePayment(
                    taskId, new Price(choice.base(), choice.accountType(), choice.amount(), choice.amountSource()));
        } else {
            deciding.declinePayment(taskId);
        }
        return viewing.of(number);
    }

    @PostMapping("/gap/tasks/{taskId}/rest")
    @Operation(summary = "没有缴足的：继续收余款，或停止补缴、退还已缴部分（审核）")
    GapView decideRest(@PathVariable String taskId, @RequestBody Rest rest) {
        CaseNumber number = viewing.caseOf(taskId);
        deciding.decideRest(
                taskId, Required.decision(rest.decision(), RestDecision.class) == RestDecision.COLLECT, rest.reason());
        return viewing.of(number);
    }

    @PostMapping("/gap/tasks/{taskId}/late")
    @Operation(summary = "逾期到账的：按逾期补缴计算，或退还（审核）")
    GapView decideLate(@PathVariable String taskId, @RequestBody Late late) {
        CaseNumber number = viewing.caseOf(taskId);
        deciding.decideLate(
                taskId, Required.decision(late.decision(), LateDecision.class) == LateDecision.KEEP, late.reason());
        return viewing.of(number);
    }

    @PostMapping("/gap/tasks/{taskId}/money")
    @Operation(summary = "登记不能算作补缴的款项怎样退还（财务）", description = "写退费案件的案号；没有走退费的写明怎样退的。")
    GapView settleMoney(@PathVariable String taskId, @RequestBody Returned returned) {
        CaseNumber number = viewing.caseOf(taskId);
        deciding.settleMoney(taskId, returned.refundCase(), returned.note());
        return viewing.of(number);
    }

    /** 补缴，或不补缴。 */
    enum ChoiceMade {
        PAY,
        DECLINE
    }

    /** 余款怎么办。 */
    enum RestDecision {
        COLLECT,
        STOP
    }

    /** 逾期到账的怎么办。 */
    enum LateDecision {
        KEEP,
        RETURN
    }

    record FactsChecked(List<Correction> corrections) {}

    record Choice(ChoiceMade decision, String base, String accountType, String amount, String amountSource) {}

    record Rest(RestDecision decision, String reason) {}

    record Late(LateDecision decision, String reason) {}

    record Returned(String refundCase, String note) {}
}
