package org.yiban.workbench;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The pages of analysts. They carry no data; their scripts ask the API, which asks who is logged in. */
@Controller
class WorkbenchPages {

    @GetMapping("/desk/missing-rules")
    String missingRules() {
        return "desk/missing-rules";
    }
}
