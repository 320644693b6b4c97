package org.yiban.refund;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
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
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.ledger.Payee;
import org.yiban.refund.facts.PersonRecord;
import org.yiban.refund.facts.RefundClaim;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;
import org.yiban.sla.ClockEntry;
import org.yiban.sla.ClockSettings;
import org.yiban.sla.Clocks;
import org.yiban.sla.TargetNature;

/** Registers applications for refunds (退费登记). */
@Component
public class RegisteringRefunds {

    private static final String AGENCY = "AGENCY";

    private final Access access;
    private final Regions regions;
    private final ReadingApplications reading;
    private final CheckingRefunds checking;
    private final Submissions submissions;
    private final Cases cases;
    private final RefundRecords records;
    private final Clocks clocks;
    private final ClockSettings settings;
    private final RefundProcess process;
    private final BusinessTime time;

    RegisteringRefunds(
            Access access,
            Regions regions,
            ReadingApplications reading,
            CheckingRefunds checking,
            Submissions submissions,
            Cases cases,
            RefundRecords records,
            Clocks clocks,
            ClockSettings settings,
            RefundProcess process,
            BusinessTime time) {
        this.access = access;
        this.regions = regions;
        this.reading = reading;
        this.checking = checking;
        this.submissions = submissions;
        this.cases = cases;
        this.records = records;
        this.clocks = clocks;
        this.settings = settings;
        this.process = process;
        this.time = time;
    }

    /**
     * Registers an application and starts its process, in one transaction.
     *
     * @param key one for each application; the same application sent again with it comes back as the same case
     * @throws ProblemException naming every field that is wrong; nothing is created then
     */
    @Transactional
    public Registration register(RefundApplication application, String key) {
        CurrentUser user = registrar(reading.pool("pool", application.pool()));
        Optional<CaseNumber> earlier = submissions.earlier(user.id(), key, content(application));
        if (earlier.isPresent()) {
            return new Registration(cases.require(earlier.get()), false);
        }
        CheckedRefund checked = checking.check(application);
        checked.require();
        return open(checked, null, user.id(), key, null);
    }

    /**
     * Registers an application that was released with its file and starts its process, in one transaction. Where the
     * tables still say what was shown, the process goes on to the order of payment at once; else people look at it.
     *
     * @param checked may be of an earlier transaction
     * @param record of the person, as read shortly before; {@code null} to read it anew
     * @param key of its row; used twice, the second transaction fails
     * @param release whose rights were checked before
     * @throws ProblemException if anything stands against it; nothing is created then
     */
    @Transactional
    public CaseFile registerReleased(CheckedRefund checked, PersonRecord record, String key, Release release) {
        checked.require();
        return open(checked, record, release.registeredBy(), key, release).caseFile();
    }

    /**
     * Registers a refund that another case asks for; joins its transaction.
     *
     * @param key of what it asks; used twice, the second transaction fails
     * @throws ProblemException if anything stands against it; nothing is created then
     */
    @Transactional(propagation = Propagation.MANDATORY)
    CaseFile registerAsked(CheckedRefund checked, String by, String key) {
        checked.require();
        return open(checked, null, by, key, null).caseFile();
    }

    private Registration open(CheckedRefund checked, PersonRecord record, String by, String key, Release release) {
        RefundClaim claim = checked.claim();
        CaseFile opened = cases.open(CaseKind.REFUND, claim.pool(), claim.personId(), by);
        records.add(refund(opened.number(), checked, release), checked.payee(), claim.payment(), record);
        cases.note(opened.number(), "registered", CasePart.REGISTER, "登记退费申请" + from(release), by);
        if (release != null && release.amount() != null) {
            cases.note(
                    opened.number(),
                    "released",
                    CasePart.APPROVE,
                    "随文件抽查放行：退 " + release.amount() + " 元",
                    release.releasedBy());
        }
        submissions.remember(by, key, content(checked.application()), opened.number());
        startClock(opened);
        process.start(opened.number(), opened.pool());
        return new Registration(opened, true);
    }

    private static String from(Release release) {
        return release == null ? "" : "（批量文件 " + release.file() + "）";
    }

    /** No document says how long a refund may take; the agency has a target, counted from the registration. */
    private void startClock(CaseFile file) {
        int target = settings.target(CaseKind.REFUND.name(), file.pool().value())
                .orElseThrow(() -> new IllegalStateException("processes/settings/clock-targets.dmn 没有退费的目标"));
        clocks.startOf(file, time.today(), target, TargetNature.TARGET, ClockEntry.basedOn(AGENCY));
    }

    private CurrentUser registrar(RegionCode pool) {
        CurrentUser user = access.current();
        if (!user.has(Role.INTAKE, pool)) {
            throw ProblemException.of(
                    ProblemKind.FORBIDDEN, "pool", pool.value(), "您不是" + regions.fullName(pool) + "的登记员，不能登记由该地退费的申请");
        }
        return user;
    }

    private static Refund refund(CaseNumber number, CheckedRefund checked, Release release) {
        RefundApplication application = checked.application();
        RefundClaim claim = checked.claim();
        Payee payee = checked.payee();
        return new Refund(
                number,
                claim.pool(),
                claim.personId(),
                claim.payment().id(),
                claim.reason(),
                claim.requestedOn(),
                claim.eventOn(),
                claim.eventUntil(),
                application.claimedFrom(),
                application.claimedTo(),
                application.claimedAmount(),
                checked.payeeIs(),
                new RefundPayee(
                        payee.name(), payee.account().masked(), payee.account().bankCode()),
                FreeText.optional("contactPhone", application.contactPhone()),
                null,
                List.of(),
                null,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                0,
                null,
                1,
                release == null ? null : release.file(),
                release == null ? null : release.amount(),
                true);
    }

    private static String content(RefundApplication application) {
        ApplicationPayee payee = application.payee();
        return String.join(
                "|",
                String.valueOf(application.identityNumber()),
                String.valueOf(application.name()),
                String.valueOf(application.pool()),
                String.valueOf(application.reason()),
                String.valueOf(application.paymentReference()),
                String.valueOf(application.requestedOn()),
                String.valueOf(application.eventOn()),
                String.valueOf(application.eventUntil()),
                String.valueOf(application.claimedFrom()),
                String.valueOf(application.claimedTo()),
                String.valueOf(application.claimedAmount()),
                payee == null ? "" : payee.name() + "," + payee.accountNumber() + "," + payee.bankCode(),
                String.valueOf(application.payeeIs()),
                String.valueOf(application.contactPhone()));
    }
}
