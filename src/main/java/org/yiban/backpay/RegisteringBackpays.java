package org.yiban.backpay;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.casework.CaseFile;
import org.yiban.casework.CaseKind;
import org.yiban.casework.CasePart;
import org.yiban.casework.Cases;
import org.yiban.casework.Registration;
import org.yiban.casework.Submissions;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;

/** Registers who asks to retire insured (退休缴费年限登记). */
@Component
public class RegisteringBackpays {

    private final Access access;
    private final Regions regions;
    private final CheckingBackpays checking;
    private final Submissions submissions;
    private final Cases cases;
    private final BackpayRecords records;
    private final BackpayClocks clocks;
    private final BackpayProcess process;

    RegisteringBackpays(
            Access access,
            Regions regions,
            CheckingBackpays checking,
            Submissions submissions,
            Cases cases,
            BackpayRecords records,
            BackpayClocks clocks,
            BackpayProcess process) {
        this.access = access;
        this.regions = regions;
        this.checking = checking;
        this.submissions = submissions;
        this.cases = cases;
        this.records = records;
        this.clocks = clocks;
        this.process = process;
    }

    /**
     * Registers an application and starts its process, in one transaction.
     *
     * @param key one for each application; the same one sent again with it comes back as the same case
     * @throws ProblemException naming every field that is wrong; nothing is created then
     */
    @Transactional
    public Registration register(BackpayApplication application, String key) {
        RegionCode pool = checking.pool(application.pool());
        CurrentUser user = access.current();
        if (!user.has(Role.INTAKE, pool)) {
            throw ProblemException.of(
                    ProblemKind.FORBIDDEN, "pool", pool.value(), "您不是" + regions.fullName(pool) + "的登记员，不能登记那里的退休缴费年限");
        }
        return register(application, user.id(), key, null);
    }

    /**
     * Registers a row of a file whose rights were checked before, likewise.
     *
     * @param file the file, for people to find it
     */
    @Transactional
    public Registration registerReleased(BackpayApplication application, String by, String key, String file) {
        return register(application, by, key, file);
    }

    private Registration register(BackpayApplication application, String by, String key, String file) {
        String content = content(application);
        Optional<CaseNumber> earlier = submissions.earlier(by, key, content);
        if (earlier.isPresent()) {
            return new Registration(cases.require(earlier.get()), false);
        }
        CheckedBackpay checked = checking.checkLocked(application);
        checked.require();
        CaseFile opened =
                cases.open(CaseKind.BACKPAY, checked.pool(), checked.person().id(), by);
        records.add(opened, checked.stated(), checked.services(), file);
        cases.note(
                opened.number(),
                "registered",
                CasePart.REGISTER,
                "登记退休缴费年限核定申请" + (file == null ? "" : "（批量文件 " + file + "）"),
                by);
        submissions.remember(by, key, content, opened.number());
        clocks.start(opened);
        process.start(opened.number(), opened.pool());
        return new Registration(opened, true);
    }

    private static String content(BackpayApplication application) {
        return String.join(
                "|",
                String.valueOf(application.identityNumber()),
                String.valueOf(application.name()),
                String.valueOf(application.pool()),
                String.valueOf(application.requestedOn()),
                String.valueOf(application.retirementAgeOn()),
                String.valueOf(application.retirementKind()),
                String.valueOf(application.identity()),
                String.valueOf(application.accountType()),
                String.valueOf(application.convertsToAccount()),
                String.valueOf(application.pensionStarted()),
                String.valueOf(application.pensionLastMonth()),
                String.valueOf(application.applicant()),
                String.valueOf(application.agentName()),
                String.valueOf(application.contactPhone()),
                String.valueOf(application.services()));
    }
}
