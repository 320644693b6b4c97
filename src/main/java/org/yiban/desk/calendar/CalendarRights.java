package org.yiban.desk.calendar;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.KeptRegions;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;

/**
 * Who may change which days. Notices of the State Council, and days of a province, concern several pools: a supervisor who
 * keeps the calendar adds them. The days of a pool are its supervisors'.
 */
@Component
class CalendarRights {

    private final Access access;
    private final KeptRegions kept;
    private final Regions regions;

    CalendarRights(Access access, KeptRegions kept, Regions regions) {
        this.access = access;
        this.kept = kept;
        this.regions = regions;
    }

    /** The person of the running request, whoever that is. */
    CurrentUser current() {
        return access.current();
    }

    /** Whether the person may add notices. */
    static boolean keepsCalendar(CurrentUser user) {
        return KeptRegions.severalPools(user);
    }

    /** A supervisor who keeps the calendar; FORBIDDEN to all others. */
    CurrentUser requireKeeper() {
        CurrentUser user = access.current();
        if (!keepsCalendar(user)) {
            throw ProblemException.of(ProblemKind.FORBIDDEN, "导入放假通知需要是主管，并且在“工作日历维护”组里；请向系统管理员申请。");
        }
        return user;
    }

    /** A person who may change the days of a province or pool; FORBIDDEN to all others. */
    CurrentUser requireFor(RegionCode region) {
        CurrentUser user = access.current();
        if (!regionsOf(user).contains(region)) {
            throw ProblemException.of(
                    ProblemKind.FORBIDDEN,
                    "region",
                    region.value(),
                    "您不能改变" + regions.fullName(region) + "的本地安排：统筹区的由该统筹区的主管维护，省的由“工作日历维护”组里的主管维护。");
        }
        return user;
    }

    /** The provinces and pools whose days the person may change. */
    List<RegionCode> regionsOf(CurrentUser user) {
        return kept.of(user);
    }

    /** The person's pools and their provinces. */
    Set<RegionCode> seen(CurrentUser user) {
        return kept.concerning(user);
    }
}
