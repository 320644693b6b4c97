package org.yiban.desk.cases;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.yiban.casework.CaseKind;
import org.yiban.casework.CaseState;
import org.yiban.sla.ClockState;

/** The pages of cases. They carry no data; their scripts ask the API, which asks who is logged in. */
@Controller
class CasePages {

    @GetMapping("/desk")
    String desk() {
        return "redirect:/desk/cases";
    }

    @GetMapping("/desk/cases")
    String cases(Model model) {
        model.addAttribute("states", CaseState.values());
        model.addAttribute("kinds", CaseKind.values());
        model.addAttribute("clocks", ClockState.values());
        return "desk/cases";
    }

    @GetMapping("/desk/handed-over")
    String handedOver() {
        return "desk/handed-over";
    }

    @GetMapping("/desk/cases/{caseNumber}/decisions/{id}/sheet")
    String sheet() {
        return "desk/sheet";
    }

    /** Each kind of case has a page of its own; the number says which kind it is. */
    @GetMapping("/desk/cases/{caseNumber}")
    String oneCase(@PathVariable String caseNumber) {
        if (caseNumber.startsWith(CaseKind.DUPLICATE.letters())) {
            return "desk/duplicate";
        }
        if (caseNumber.startsWith(CaseKind.ARREARS.letters())) {
            return "desk/arrears";
        }
        if (caseNumber.startsWith(CaseKind.BACKPAY.letters())) {
            return "desk/backpay";
        }
        return caseNumber.startsWith(CaseKind.REFUND.letters()) ? "desk/refund" : "desk/case";
    }
}
