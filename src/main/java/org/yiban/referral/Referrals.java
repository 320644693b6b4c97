package org.yiban.referral;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.casework.CasePart;
import org.yiban.casework.Cases;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.Violations;
import org.yiban.policy.DecisionRecords;
import org.yiban.policy.DecisionsByPeople;
import org.yiban.policy.Explanation;
import org.yiban.policy.Fact;
import org.yiban.policy.Policies;
import org.yiban.policy.RecordedDecision;
import org.yiban.policy.StatedFacts;
import org.yiban.policy.explain.DecisionWords;
import org.yiban.region.RegionCode;
import org.yiban.workflow.CaseTasks;
import org.yiban.workflow.CaseTasks.CaseTask;

/** Puts what the documents leave to a person before a senior of the pool, and keeps what the senior decides. */
@Component
public class Referrals {

    private final ReferralRecords records;
    private final DecisionRecords decisions;
    private final DecisionsByPeople byPeople;
    private final DecisionWords words;
    private final Policies policies;
    private final Cases cases;
    private final CaseTasks tasks;
    private final Access access;

    Referrals(
            ReferralRecords records,
            DecisionRecords decisions,
            DecisionsByPeople byPeople,
            DecisionWords words,
            Policies policies,
            Cases cases,
            CaseTasks tasks,
            Access access) {
        this.records = records;
        this.decisions = decisions;
        this.byPeople = byPeople;
        this.words = words;
        this.policies = policies;
        this.cases = cases;
        this.tasks = tasks;
        this.access = access;
    }

    /** Opens the referral of the newest decision of a case in a family. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(CaseNumber number, RegionCode pool, String family) {
        RecordedDecision silent = decisions
                .newest(number.value(), family)
                .orElseThrow(() -> new IllegalStateException("no decision of " + number + " in " + family));
        records.open(number, pool, family, silent.id());
        note(number, "referred", null, "“" + policies.label(family) + "”文件没有明确的规定，转主管判断", null);
    }

    /** The referral that a task is about, with rights checked as for any task. */
    @Transactional(readOnly = true)
    public Referral ofTask(String taskId) {
        return of(tasks.require(taskId, ReferralModel.DECIDE).caseNumber());
    }

    private Referral of(CaseNumber number) {
        ReferralRecords.Open open = records.waiting(number)
                .orElseThrow(() -> new IllegalStateException("case " + number + " waits for no senior"));
        RecordedDecision silent = decisions.byId(List.of(open.silentId())).get(open.silentId());
        return new Referral(open.id(), number, open.pool(), silent);
    }

    /**
     * A supervisor decides what the documents leave open, with a reason and on a basis of their own; the process goes on.
     *
     * @param results as the contract writes them, numbers and truth values also as JSON has them
     * @throws org.yiban.kernel.ProblemException naming every field that is missing, wrong or unknown; nothing changes then
     */
    @Transactional
    public void decide(String taskId, Map<String, Object> results, String reason, String basis) {
        CaseTask task = tasks.require(taskId, ReferralModel.DECIDE);
        CaseNumber number = task.caseNumber();
        if (cases.find(number).isPresent()) {
            cases.lock(number);
        }
        Referral referral = of(tasks.require(taskId, ReferralModel.DECIDE).caseNumber());
        CurrentUser user = access.require(referral.pool(), Role.SUPERVISE);
        Explanation silent = referral.silent().explanation();
        Violations violations = new Violations();
        String why = violations.collect(() -> FreeText.required("reason", reason));
        String ownBasis = violations.collect(() -> FreeText.required("basis", basis));
        List<Fact> asked = byPeople.asked(silent.family());
        Explanation decided = violations.collect(() -> byPeople.decide(
                silent,
                StatedFacts.of(results == null ? Map.of() : results, asked),
                "主管判断；理由：" + why + "；依据：" + ownBasis));
        violations.throwIfAny();
        long kept = decisions.keepByPerson(number.value(), decided);
        records.decide(referral.id(), kept, why, ownBasis, user.id());
        note(
                number,
                "seniorDecided",
                CasePart.ASSESS,
                "文件没有规定的由主管判断：" + words.explain(decided).conclusion() + "理由：" + FreeText.withoutFullStop(why) + "；依据："
                        + FreeText.withoutFullStop(ownBasis),
                user.id());
        tasks.complete(task);
    }

    /** Enquiries have no case file to note in. */
    private void note(CaseNumber number, String step, CasePart part, String text, String byUser) {
        if (cases.find(number).isPresent()) {
            cases.note(number, step, part, text, byUser);
        }
    }
}
