package org.yiban.backpay.arrears;

import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.yiban.casework.CaseFile;
import org.yiban.casework.CaseKind;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.sla.ClockEntry;
import org.yiban.sla.ClockSettings;
import org.yiban.sla.Clocks;
import org.yiban.sla.TargetNature;

/** The clock of these cases. No document says how long one may take; the agency has a target. */
@Component
class ArrearsClocks {

    private static final String AGENCY = "AGENCY";

    private final Clocks clocks;
    private final ClockSettings settings;
    private final BusinessTime time;

    ArrearsClocks(Clocks clocks, ClockSettings settings, BusinessTime time) {
        this.clocks = clocks;
        this.settings = settings;
        this.time = time;
    }

    void start(CaseFile file) {
        int target = settings.target(CaseKind.ARREARS.name(), file.pool().value())
                .orElseThrow(() -> new IllegalStateException("processes/settings/clock-targets.dmn 没有单位欠费补缴的目标"));
        clocks.start(file.number(), time.today(), target, TargetNature.TARGET, ClockEntry.basedOn(AGENCY));
    }

    /** Lets it begin anew, for a case that is open again. */
    void reset(CaseNumber number, String why, String userId) {
        clocks.reset(
                number,
                time.now().toOffsetDateTime().truncatedTo(ChronoUnit.MICROS),
                clocks.require(number).clock().target(),
                new ClockEntry(why, AGENCY, userId, null));
    }

    void stop(CaseNumber number) {
        clocks.stop(number);
    }
}
