package org.yiban.walks;

import java.time.YearMonth;
import java.util.UUID;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.yiban.backpay.arrears.ArrearsApplication;
import org.yiban.backpay.arrears.RegisteringArrears;
import org.yiban.kernel.BusinessTime;
import org.yiban.person.FictitiousPerson;
import org.yiban.person.IdentityNumber;
import org.yiban.person.People;

/** Registers arrears in the walks. */
@Component
@Lazy
class NewArrears {

    private static final String NAME = "虚构·欠缴";

    private final RegisteringArrears registering;
    private final People people;
    private final BusinessTime time;

    NewArrears(RegisteringArrears registering, People people, BusinessTime time) {
        this.registering = registering;
        this.people = people;
        this.time = time;
    }

    /** Arrears of somebody who has just come on record. */
    ArrearsApplication ofSomebodyNew(UnpaidMonths kind) {
        IdentityNumber number = FictitiousPerson.man();
        people.putOnRecord(number, NAME);
        return kind.of(number.value(), NAME, YearMonth.from(time.today()).minusMonths(3), time.today());
    }

    /** The number of the case. */
    String register(ArrearsApplication application) {
        return registering
                .register(application, UUID.randomUUID().toString())
                .caseFile()
                .number()
                .value();
    }
}
