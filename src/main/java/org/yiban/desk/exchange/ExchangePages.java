package org.yiban.desk.exchange;

import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.yiban.exchange.Box;
import org.yiban.exchange.MessageState;

/** The page of the exchange. It carries no data; its script asks the API, which asks who is logged in. */
@Controller
class ExchangePages {

    @GetMapping("/desk/exchange")
    String exchange(Model model) {
        model.addAttribute(
                "states",
                Arrays.stream(Box.values())
                        .flatMap(box -> Stream.of(MessageState.values())
                                .filter(state -> state.title(box) != null)
                                .map(state -> new StateOption(box, state, state.title(box))))
                        .toList());
        return "desk/exchange";
    }

    /** A state that can be asked for. */
    record StateOption(Box box, MessageState state, String title) {}
}
