package org.yiban.reference.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page of reference data. It carries no data; its script asks the API, which asks who is logged in. */
@Controller
class ReferencePages {

    @GetMapping("/desk/reference")
    String reference() {
        return "desk/reference";
    }
}
