package org.yiban.backpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiban.backpay.AtRetirement.TODAY;
import static org.yiban.backpay.BackpaySteps.CONFIRM;
import static org.yiban.backpay.BackpaySteps.done;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.YibanTest;
import org.yiban.backpay.AtRetirement.Retiring;
import org.yiban.calendar.WorkingCalendars;
import org.yiban.ledger.CollectionState;
import org.yiban.person.Payment;
import org.yiban.person.Payments;
import org.yiban.region.RegionCode;

/** Lump sums in instalments, where the settings of a pool allow two. */
@YibanTest
class InstalmentsTest {

    private static final int SHORT_BY_TWENTY = 340;

    @Autowired
    BackpaySteps steps;

    @Autowired
    AtRetirement people;

    @Autowired
    Payments payments;

    @Autowired
    BackpaySettings settings;

    @Autowired
    WorkingCalendars calendars;

    private TwoInstalments allowed;

    @BeforeEach
    void allowTwo() {
        allowed = new TwoInstalments(settings, calendars);
    }

    @AfterEach
    void asShipped() {
        allowed.close();
    }

    @Test
    void oneThatComesAfterTheLastDayEndsThePriceAndCountsTowardsTheNext() {
        // given
        Retiring man = people.inChangchun("EMPLOYER", SHORT_BY_TWENTY);
        String number = steps.confirmed(man);
        done(steps.choose(number, steps.option(number, "LUMP_SUM"), 2));
        done(steps.post("approve", number, "approval", CONFIRM));
        LocalDate lastDay =
                LocalDate.parse(steps.view(number).at("/choice/lastDay").asText());
        // when
        steps.taxBureau(number, 1, CollectionState.PAID, "4500.00", "SS-1", TODAY);
        steps.taxBureau(number, 2, CollectionState.PAID, "4500.00", "SS-2", lastDay.plusDays(1));
        // then
        assertThat(steps.step(number)).isEqualTo(BackpayModel.RECORD_CHOICE);
        assertThat(paid(man)).isEmpty();

        // when
        done(steps.choose(number, steps.option(number, "LUMP_SUM"), 1));
        done(steps.post("approve", number, "approval", CONFIRM));
        // then
        assertThat(steps.view(number).path("orders")).hasSize(2);
        assertThat(paid(man)).hasSize(2);
        assertThat(steps.view(number).path("state").asText()).isEqualTo("COMPLETED");
    }

    private List<Payment> paid(Retiring man) {
        return payments.of(man.personId(), new RegionCode(AtRetirement.CHANGCHUN)).stream()
                .filter(Payment::lumpSum)
                .toList();
    }
}
