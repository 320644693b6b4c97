package org.yiban.cockpit.clock;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.casework.CaseFile;
import org.yiban.casework.Cases;
import org.yiban.cockpit.CaseScope;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.kernel.Violations;
import org.yiban.sla.CaseClock;
import org.yiban.sla.Clock;
import org.yiban.sla.ClockEntry;
import org.yiban.sla.ClockEvent.Extended;
import org.yiban.sla.ClockSettings;
import org.yiban.sla.ClockSettings.ExtensionLimits;
import org.yiban.sla.Clocks;
import org.yiban.sla.ExtensionRequest;
import org.yiban.sla.ExtensionRequests;

/**
 * Extending deadlines, within the limits that the agency has set. A supervisor extends by a few days on their own; for
 * more, and whatever a reviewer asks for, another supervisor has to approve.
 */
@Service
@Transactional
public class Extensions {

    private static final Role[] ASKING = {Role.REVIEW, Role.SUPERVISE};

    private final CaseScope scope;
    private final Access access;
    private final Cases cases;
    private final Clocks clocks;
    private final ClockSettings settings;
    private final ExtensionRequests requests;
    private final BusinessTime time;

    Extensions(
            CaseScope scope,
            Access access,
            Cases cases,
            Clocks clocks,
            ClockSettings settings,
            ExtensionRequests requests,
            BusinessTime time) {
        this.scope = scope;
        this.access = access;
        this.cases = cases;
        this.clocks = clocks;
        this.settings = settings;
        this.requests = requests;
        this.time = time;
    }

    /**
     * Extends the deadline of a case, or asks for it.
     *
     * @param at when it was granted, if that is recorded later, which is for supervisors; {@code null} for now
     * @return whether it is extended; otherwise another person has to approve
     */
    public boolean extend(CaseNumber number, Integer workingDays, String at, String reason) {
        CaseFile file = scope.requireOpen(number);
        CurrentUser user = access.require(file.pool(), at == null ? ASKING : new Role[] {Role.SUPERVISE});
        CaseClock known = clocks.require(number);
        Violations violations = new Violations();
        violations.collect(() -> requireWithinLimits(known, workingDays));
        String why = violations.collect(() -> FreeText.required("reason", reason));
        OffsetDateTime granted = at == null ? null : violations.collect(() -> EffectMoment.read(at));
        violations.throwIfAny();
        requireNotTooMany(known);
        clocks.requireInTime(known, granted == null ? EffectMoment.now(time) : granted);
        if (user.has(Role.SUPERVISE, file.pool()) && workingDays < limits(known).approvalFrom()) {
            record(number, workingDays, granted, ClockEntry.by(user.id(), why));
            return true;
        }
        requests.ask(number, workingDays, granted, why, user.id());
        cases.note(number, "extensionAsked", null, "申请延长时限 " + workingDays + " 个工作日；理由：" + why, user.id());
        return false;
    }

    /**
     * Approves or refuses what another person asked for.
     *
     * @param note must be there for a refusal
     */
    public void decide(CaseNumber number, long requestId, Boolean approved, String note) {
        CaseFile file = scope.requireOpen(number);
        CurrentUser user = access.require(file.pool(), Role.SUPERVISE);
        ExtensionRequest request = requests.open(number)
                .filter(open -> open.id() == requestId)
                .orElseThrow(() -> ProblemException.of(
                        ProblemKind.NOT_FOUND, "id", Long.toString(requestId), "没有这项待批的延长申请，或已由他人批复"));
        if (request.askedBy().equals(user.id())) {
            throw ProblemException.of(ProblemKind.FORBIDDEN, "id", Long.toString(requestId), "不能批复自己提出的延长申请，请由另一位主管批复");
        }
        if (approved == null) {
            throw ProblemException.invalid("approved", null, "必填：true（同意）或 false（不同意）");
        }
        String why = approved ? FreeText.optional("note", note) : FreeText.required("note", note);
        requests.decide(requestId, approved, user.id(), why);
        if (approved) {
            CaseClock known = clocks.require(number);
            requireWithinLimits(known, request.workingDays());
            requireNotTooMany(known);
            record(
                    number,
                    request.workingDays(),
                    request.at(),
                    new ClockEntry(request.reason(), null, request.askedBy(), user.id()));
        } else {
            cases.note(number, "extensionRefused", null, "不同意延长时限：" + why, user.id());
        }
    }

    private void record(CaseNumber number, int workingDays, OffsetDateTime granted, ClockEntry entry) {
        OffsetDateTime at = granted == null ? EffectMoment.now(time) : granted;
        Clock clock = clocks.record(number, new Extended(at, workingDays), entry);
        String until = clock.heldSince().isPresent() ? "（时限暂停中，恢复后另计到期日）" : "，到期日 " + clock.dueOn();
        cases.note(
                number,
                "clockExtended",
                null,
                "延长时限 " + workingDays + " 个工作日" + until + "；理由：" + entry.note()
                        + (entry.approvedBy() == null ? "" : "；批准：" + access.nameOf(entry.approvedBy())),
                entry.byUser());
        cases.issueNotice(
                number,
                "deadlineExtended",
                "延长办理时限告知书",
                "您的申请需要延长办理，延长 " + workingDays + " 个工作日" + until + "。原因：" + FreeText.withoutFullStop(entry.note())
                        + "。",
                List.of());
    }

    private Integer requireWithinLimits(CaseClock known, Integer workingDays) {
        int longest = limits(known).longest();
        if (workingDays == null || workingDays < 1 || workingDays > longest) {
            throw ProblemException.invalid(
                    "workingDays",
                    workingDays == null ? null : workingDays.toString(),
                    longest < 1 ? "这类案件不得延长" : "每次可延长 1 到 " + longest + " 个工作日");
        }
        return workingDays;
    }

    private void requireNotTooMany(CaseClock known) {
        int most = limits(known).most();
        if (known.clock().extensions() >= most) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT, "caseNumber", known.caseNumber().value(), "最多延长 " + most + " 次，已经用完");
        }
    }

    private ExtensionLimits limits(CaseClock known) {
        return settings.extension(known.kind(), known.pool());
    }
}
