package org.yiban.desk;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page at the root: what this is, and the ways in. */
@Controller
class LandingPage {

    private final Demonstration demonstration;

    LandingPage(Demonstration demonstration) {
        this.demonstration = demonstration;
    }

    @GetMapping("/")
    String landing(Model model) {
        model.addAttribute("demo", demonstration.running());
        model.addAttribute("accounts", demonstration.accounts());
        return "landing";
    }
}
