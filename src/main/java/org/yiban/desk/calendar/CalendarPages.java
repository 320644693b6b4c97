package org.yiban.desk.calendar;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page of the working calendar. It carries no data; its script asks the API, which asks who is logged in. */
@Controller
class CalendarPages {

    @GetMapping("/desk/calendar")
    String calendar() {
        return "desk/calendar";
    }
}
