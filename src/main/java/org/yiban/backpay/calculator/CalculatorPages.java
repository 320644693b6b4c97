package org.yiban.backpay.calculator;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page of the calculator. It carries no data; its script asks the API, which asks who is logged in. */
@Controller
class CalculatorPages {

    @GetMapping("/desk/calculator")
    String calculator() {
        return "desk/calculator";
    }
}
