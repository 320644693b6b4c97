package org.yiban.desk.cases;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiban.access.Access;
import org.yiban.casework.Cases;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.policy.DecisionRecords;
import org.yiban.policy.explain.DecisionSheet;
import org.yiban.policy.explain.DecisionWords;

/** The decisions kept with a case, in words; another pool's case does not exist. */
@RestController
@RequestMapping("/api/cases/{caseNumber}/decisions")
@Tag(name = "案件")
class CaseDecisions {

    private final Cases cases;
    private final Access access;
    private final DecisionRecords decisions;
    private final DecisionWords words;

    CaseDecisions(Cases cases, Access access, DecisionRecords decisions, DecisionWords words) {
        this.cases = cases;
        this.access = access;
        this.decisions = decisions;
        this.words = words;
    }

    @GetMapping
    @Operation(summary = "案件的各次决策和说明", description = "先作的在前。")
    List<DecisionSheet> all(@PathVariable String caseNumber) {
        CaseNumber number = new CaseNumber(caseNumber);
        cases.requireIn(access.current().casePools(), number);
        return decisions.of(number.value()).stream().map(words::sheet).toList();
    }

    @GetMapping("/{id}/sheet")
    @Operation(summary = "一次决策的说明，供打印")
    DecisionSheet one(@PathVariable String caseNumber, @PathVariable long id) {
        return all(caseNumber).stream()
                .filter(sheet -> sheet.id() == id)
                .findFirst()
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND, "id", String.valueOf(id), "这个案件没有这次决策"));
    }
}
