package org.yiban.desk.bulk;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The pages of files of many applications. They carry no data; their scripts ask the API, which asks who is logged in. */
@Controller
class BulkPages {

    @GetMapping("/desk/bulk")
    String files() {
        return "desk/bulk";
    }

    @GetMapping("/desk/bulk/{id}")
    String file() {
        return "desk/bulk-file";
    }
}
