package org.yiban.desk.documents;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Documents on A4. The pages carry no data; their script asks the API, which asks who is logged in. */
@Controller
class DocumentPages {

    @GetMapping({"/desk/transfers/{caseNumber}/information-table", "/desk/certificates/{number}"})
    String document() {
        return "desk/document";
    }

    @GetMapping("/desk/certificates")
    String certificates() {
        return "desk/certificates";
    }
}
