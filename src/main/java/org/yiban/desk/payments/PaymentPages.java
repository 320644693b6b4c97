package org.yiban.desk.payments;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page of payments. It carries no data; its script asks the API, which asks who is logged in. */
@Controller
class PaymentPages {

    @GetMapping("/desk/payments")
    String payments() {
        return "desk/payments";
    }
}
