package org.yiban.desk;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the login pages of the web applications say before anybody has logged in. */
@Hidden
@RestController
class LoginNotice {

    private final Demonstration demonstration;

    LoginNotice(Demonstration demonstration) {
        this.demonstration = demonstration;
    }

    @GetMapping("/kit/login-notice")
    Notice notice() {
        return new Notice(demonstration.running(), demonstration.accounts());
    }

    /**
     * The notice.
     *
     * @param demo whether this is the demonstration
     * @param accounts who may log in to the demonstration; empty otherwise
     */
    record Notice(boolean demo, List<Demonstration.Account> accounts) {}
}
