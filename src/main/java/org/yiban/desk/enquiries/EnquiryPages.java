package org.yiban.desk.enquiries;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The pages of enquiries. They carry no data; their scripts ask the API, which asks who is logged in. */
@Controller
class EnquiryPages {

    @GetMapping("/desk/enquiries")
    String enquiries() {
        return "desk/enquiries";
    }

    @GetMapping("/desk/enquiries/{number}/sheet")
    String sheet() {
        return "desk/sheet";
    }

    @GetMapping("/desk/enquiries/{number}")
    String enquiry() {
        return "desk/enquiry";
    }
}
