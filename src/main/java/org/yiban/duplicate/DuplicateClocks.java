package org.yiban.duplicate;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.yiban.casework.CaseFile;
import org.yiban.casework.CaseKind;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.sla.ClockEntry;
import org.yiban.sla.ClockSettings;
import org.yiban.sla.Clocks;
import org.yiban.sla.PauseReason;
import org.yiban.sla.TargetNature;

/** The clock of these cases. No document says how long one may take; the agency has a target. */
@Component
class DuplicateClocks {

    private static final String AGENCY = "AGENCY";

    private final Clocks clocks;
    private final ClockSettings settings;
    private final BusinessTime time;

    DuplicateClocks(Clocks clocks, ClockSettings settings, BusinessTime time) {
        this.clocks = clocks;
        this.settings = settings;
        this.time = time;
    }

    void start(CaseFile file) {
        int target = settings.target(CaseKind.DUPLICATE.name(), file.pool().value())
                .orElseThrow(() -> new IllegalStateException("processes/settings/clock-targets.dmn 没有清理重复参保的目标"));
        clocks.start(file.number(), time.today(), target, TargetNature.TARGET, ClockEntry.basedOn(AGENCY));
    }

    /** Lets the clock stand while somebody else has to do something. */
    void pause(CaseNumber number, PauseReason reason, ClockEntry entry) {
        clocks.pause(number, reason, entry);
    }

    /** Lets it go on, if it stands. */
    void resume(CaseNumber number, ClockEntry entry) {
        clocks.resume(number, entry);
    }

    void reset(CaseNumber number, String userId) {
        clocks.reset(
                number,
                now(),
                clocks.require(number).clock().target(),
                new ClockEntry("对处理提出异议，重新办理", AGENCY, userId, null));
    }

    void stop(CaseNumber number) {
        clocks.stop(number);
    }

    private OffsetDateTime now() {
        return time.now().toOffsetDateTime().truncatedTo(ChronoUnit.MICROS);
    }
}
