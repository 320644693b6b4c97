package org.yiban.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.YibanTest;
import org.yiban.calendar.WorkingCalendars;
import org.yiban.kernel.BusinessTime;
import org.yiban.region.RegionCode;
import org.yiban.sla.ClockSettings;
import org.yiban.sla.TermedStep;
import org.yiban.support.ApiClient;
import org.yiban.support.Applicants;

/** Steps of a transfer to which no clock runs are due all the same. */
@YibanTest
class TransferTermsTest {

    private static final RegionCode JINING = new RegionCode(TransferSteps.JINING);

    @Autowired
    TransferSteps steps;

    @Autowired
    Applicants applicants;

    @Autowired
    ApiClient api;

    @Autowired
    ClockSettings clockSettings;

    @Autowired
    WorkingCalendars calendars;

    @Autowired
    BusinessTime time;

    @Test
    void whatIsDoneBeforeTheClockRunsOrAfterItStoppedHasATermOfTheAgency() {
        String number = steps.registered(applicants.employedIn(JINING));
        assertDueWithin(number, "ACCEPTANCE");

        TransferSteps.done(steps.decide("reviewlc", number, "acceptance", TransferSteps.SUPPLEMENT));
        assertDueWithin(number, "SUPPLEMENT");

        TransferSteps.done(steps.decide("clerklc", number, "supplement", TransferSteps.NOT_RECEIVED));
        TransferSteps.done(steps.object(number, "材料已寄出"));
        assertDueWithin(number, "OBJECTION");
        assertThat(api.get("clerklc", "/api/sla/cases/" + number + "/tasks")
                        .body()
                        .at("/0/dueAt")
                        .asText())
                .startsWith(termOf("OBJECTION"));
    }

    private void assertDueWithin(String number, String step) {
        assertThat(steps.openTask(number).getDueDate().toInstant().toString())
                .as(step)
                .isEqualTo(BusinessTime.endOf(LocalDate.parse(termOf(step)))
                        .minusSeconds(1)
                        .toInstant()
                        .toString());
    }

    private String termOf(String step) {
        int workingDays = clockSettings.workingDaysOf(TermedStep.valueOf(step), TransferSteps.LIAOCHENG);
        return calendars
                .of(TransferSteps.LIAOCHENG)
                .addWorkingDays(time.today(), workingDays)
                .date()
                .toString();
    }
}
