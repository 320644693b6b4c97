package org.yiban.backpay;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.yiban.casework.CaseFile;
import org.yiban.casework.CaseKind;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.Written;
import org.yiban.sla.ClockEntry;
import org.yiban.sla.ClockSettings;
import org.yiban.sla.Clocks;
import org.yiban.sla.PauseReason;
import org.yiban.sla.TargetNature;

/** The clock of these cases. No document says how long one may take; the agency has a target. It stands while the applicant is waited for. */
@Component
class BackpayClocks {

    private static final String AGENCY = "AGENCY";

    private final Clocks clocks;
    private final ClockSettings settings;
    private final BusinessTime time;

    BackpayClocks(Clocks clocks, ClockSettings settings, BusinessTime time) {
        this.clocks = clocks;
        this.settings = settings;
        this.time = time;
    }

    void start(CaseFile file) {
        int target = settings.target(CaseKind.BACKPAY.name(), file.pool().value())
                .orElseThrow(() -> new IllegalStateException("processes/settings/clock-targets.dmn 没有退休缴费年限的目标"));
        clocks.startOf(file, time.today(), target, TargetNature.TARGET, ClockEntry.basedOn(AGENCY));
    }

    /** Lets the clock stand until the applicant has said whether the years are right, unless it stands. */
    void awaitConfirmation(CaseNumber number) {
        await(number, PauseReason.YEARS_TO_CONFIRM, "已将缴费年限确认单交申请人");
    }

    /** Lets the clock stand until the applicant has chosen a way, unless it stands. */
    void awaitChoice(CaseNumber number) {
        await(number, PauseReason.CHOICE_TO_MAKE, "已将补足年限的办法告知申请人");
    }

    /** Lets the clock stand until the ordered money has come or its last day has passed, unless it stands. */
    void awaitPayment(CaseNumber number, LocalDate lastDay) {
        await(number, PauseReason.PAYMENT_TO_COME, "已开具补缴单，最后一日" + Written.day(lastDay));
    }

    /** Lets the clock stand until the age is reached. */
    void awaitAge(CaseNumber number, LocalDate reached) {
        await(number, PauseReason.AGE_AHEAD, Written.day(reached) + "达到退休年龄");
    }

    /** Lets it go on, if it stands for the age. */
    void ageReached(CaseNumber number) {
        clocks.require(number)
                .clock()
                .pause()
                .filter(pause -> pause.reason() == PauseReason.AGE_AHEAD)
                .ifPresent(pause -> resume(number, "已达到退休年龄"));
    }

    /** Lets it go on, if it stands. */
    void resume(CaseNumber number, String what) {
        clocks.resume(number, new ClockEntry(what, AGENCY, null, null));
    }

    /** Lets it begin anew, for a case that is open again. */
    void reset(CaseNumber number, String why, String userId) {
        clocks.reset(number, now(), clocks.require(number).clock().target(), new ClockEntry(why, AGENCY, userId, null));
    }

    void stop(CaseNumber number) {
        clocks.stop(number);
    }

    private void await(CaseNumber number, PauseReason reason, String note) {
        clocks.pause(number, reason, new ClockEntry(note, AGENCY, null, null));
    }

    private OffsetDateTime now() {
        return time.now().toOffsetDateTime().truncatedTo(ChronoUnit.MICROS);
    }
}
