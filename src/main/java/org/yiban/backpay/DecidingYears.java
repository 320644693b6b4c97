package org.yiban.backpay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Role;
import org.yiban.backpay.BackpayTasks.Taken;
import org.yiban.backpay.years.CompiledYears;
import org.yiban.backpay.years.CountedAs;
import org.yiban.backpay.years.JudgedService;
import org.yiban.backpay.years.StatedService;
import org.yiban.casework.CasePart;
import org.yiban.casework.Cases;
import org.yiban.casework.FourEyes;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violations;
import org.yiban.policy.known.Correction;
import org.yiban.policy.known.KnownFacts;
import org.yiban.policy.known.ShownFact;
import org.yiban.workflow.CaseTasks;

/** The years as people review, approve and confirm them. Each step saves the decision and completes its task at once. */
@Component
public class DecidingYears {

    private final BackpayTasks tasks;
    private final CaseTasks engine;
    private final BackpayRecords records;
    private final DerivingBackpayFacts deriving;
    private final CheckingBackpays checking;
    private final BackpayLetters letters;
    private final BackpayClocks clocks;
    private final Cases cases;
    private final FourEyes fourEyes;

    DecidingYears(
            BackpayTasks tasks,
            CaseTasks engine,
            BackpayRecords records,
            DerivingBackpayFacts deriving,
            CheckingBackpays checking,
            BackpayLetters letters,
            BackpayClocks clocks,
            Cases cases,
            FourEyes fourEyes) {
        this.tasks = tasks;
        this.engine = engine;
        this.records = records;
        this.deriving = deriving;
        this.checking = checking;
        this.letters = letters;
        this.clocks = clocks;
        this.cases = cases;
        this.fourEyes = fourEyes;
    }

    /**
     * The years are clear. Where months or bases were stated, or service decided, by hand, another person looks at it next.
     *
     * @param corrections what the record has wrong or does not know, each with a reason
     * @param services how service counts that the documents leave to a person, each with a reason
     * @throws ProblemException naming everything that is still open, and everything that is wrong
     */
    @Transactional
    public void confirmYears(String taskId, List<Correction> corrections, List<ServiceDecision> services) {
        Taken taken = tasks.take(taskId, BackpayModel.REVIEW_YEARS, Role.REVIEW);
        CaseNumber number = taken.backpay().caseNumber();
        List<StatedService> decided = decided(taken.backpay(), services);
        CompiledYears years = deriving.compile(taken.backpay(), decided);
        KnownFacts facts = facts(taken.backpay(), years, corrections);
        requireAllSaid(taken.backpay(), years, facts);
        records.compiled(number, decided, years, facts);
        boolean byHand = DerivingBackpayFacts.statedByHand(facts)
                || decided.stream().anyMatch(service -> service.decidedAs() != null);
        cases.note(
                number,
                "yearsReviewed",
                CasePart.ASSESS,
                "核对缴费年限" + ShownFact.said(deriving.shown(taken.backpay().facts()), deriving.shown(facts), corrections)
                        + said(services)
                        + (byHand ? "；有人工更正，报审批" : ""),
                taken.user().id());
        if (!byHand) {
            askApplicant(number);
        }
        engine.complete(
                taken.task(), Map.of(BackpayModel.YEARS_CORRECTED.name(), byHand, BackpayModel.REFUSED.name(), false));
    }

    private KnownFacts facts(Backpay backpay, CompiledYears years, List<Correction> corrections) {
        KnownFacts onRecord = deriving.derive(backpay, years);
        KnownFacts before = backpay.facts();
        KnownFacts stated = onRecord.with(before.corrected());
        return deriving.asking(stated.corrected(corrections, deriving.shown(stated)));
    }

    private void requireAllSaid(Backpay backpay, CompiledYears years, KnownFacts facts) {
        Violations violations = new Violations();
        checking.withinWorkingLife(backpay, facts, violations);
        facts.asked()
                .forEach(fact ->
                        violations.add("facts." + fact.name(), null, "结论取决于“" + fact.label() + "”，登记中没有；请填写并写明出处"));
        for (int i = 0; i < years.services().size(); i++) {
            if (years.services().get(i).referred()) {
                violations.add("services[" + i + "].decidedAs", null, "文件没有规定，由您判断怎样计算，并写明理由");
            }
        }
        violations.throwIfAny();
    }

    private static List<StatedService> decided(Backpay backpay, List<ServiceDecision> decisions) {
        List<StatedService> services = new ArrayList<>(backpay.services());
        List<JudgedService> judged = backpay.years().services();
        Violations violations = new Violations();
        for (ServiceDecision decision : decisions == null ? List.<ServiceDecision>of() : decisions) {
            String field = "services[" + decision.index() + "].";
            if (decision.index() == null || decision.index() < 0 || decision.index() >= services.size()) {
                violations.add(
                        "services.index",
                        decision.index() == null ? null : decision.index().toString(),
                        "必填：第几段工龄或军龄，从 0 开始；本案共 " + services.size() + " 段");
            } else if (decision.decidedAs() == null) {
                violations.add(field + "decidedAs", null, "必填：DEEMED（视同）、ACTUAL_IN_PROVINCE（省内实际缴费）或 NOT_COUNTED（不计算）");
            } else if (!judged.get(decision.index()).referred()
                    && services.get(decision.index()).decidedAs() == null) {
                violations.add(field + "decidedAs", decision.decidedAs().name(), "文件有规定，不由人判断；对事实有疑问的，更正月数并写明理由");
            } else {
                violations.collect(() -> FreeText.required(field + "reason", decision.reason()));
                services.set(decision.index(), services.get(decision.index()).decided(decision.decidedAs()));
            }
        }
        violations.throwIfAny();
        return services;
    }

    private static String said(List<ServiceDecision> services) {
        StringBuilder said = new StringBuilder();
        for (ServiceDecision decision : services == null ? List.<ServiceDecision>of() : services) {
            said.append("；第 ")
                    .append(decision.index() + 1)
                    .append(" 段按“")
                    .append(decision.decidedAs().title())
                    .append("”计算：")
                    .append(FreeText.withoutFullStop(decision.reason()));
        }
        return said.toString();
    }

    /** It is not handled here, or not at all. */
    @Transactional
    public void refuse(String taskId, String reason) {
        Taken taken = tasks.take(taskId, BackpayModel.REVIEW_YEARS, Role.REVIEW);
        CaseNumber number = taken.backpay().caseNumber();
        String why = FreeText.required("reason", reason);
        records.stopped(number, why);
        cases.note(
                number, "refused", CasePart.ASSESS, "不予办理：" + why, taken.user().id());
        engine.complete(
                taken.task(), Map.of(BackpayModel.YEARS_CORRECTED.name(), false, BackpayModel.REFUSED.name(), true));
    }

    /** Approves what was corrected by hand. */
    @Transactional
    public void approveYears(String taskId) {
        Taken taken = tasks.take(taskId, BackpayModel.APPROVE_YEARS, Role.APPROVE);
        CaseNumber number = taken.backpay().caseNumber();
        fourEyes.requireMayApprove(number, taken.user().id());
        cases.note(
                number,
                "yearsApproved",
                CasePart.APPROVE,
                "同意缴费年限的更正",
                taken.user().id());
        askApplicant(number);
        engine.complete(taken.task(), BackpayModel.RETURNED, false);
    }

    /** Sends it back; who does so is an approver all the same. */
    @Transactional
    public void returnYears(String taskId, String reason) {
        Taken taken = tasks.take(taskId, BackpayModel.APPROVE_YEARS, Role.APPROVE);
        CaseNumber number = taken.backpay().caseNumber();
        fourEyes.requireMayApprove(number, taken.user().id());
        String why = FreeText.required("reason", reason);
        cases.note(
                number,
                "yearsReturned",
                CasePart.APPROVE,
                "退回缴费年限的更正：" + why,
                taken.user().id());
        engine.complete(taken.task(), BackpayModel.RETURNED, true);
    }

    private void askApplicant(CaseNumber number) {
        letters.years(records.require(number));
        clocks.awaitConfirmation(number);
    }

    /** The applicant has confirmed the months. */
    @Transactional
    public void confirmedByApplicant(String taskId, String note) {
        Taken taken = tasks.take(taskId, BackpayModel.CONFIRM_YEARS, Role.INTAKE, Role.REVIEW);
        CaseNumber number = taken.backpay().caseNumber();
        String how = FreeText.optional("note", note);
        clocks.resume(number, "申请人已确认缴费年限");
        cases.note(
                number,
                "yearsConfirmed",
                null,
                "申请人确认缴费年限" + (how == null ? "" : "：" + how),
                taken.user().id());
        engine.complete(taken.task(), BackpayModel.YEARS_DISPUTED, false);
    }

    /** The applicant says that the months are not right; they are reviewed again. */
    @Transactional
    public void disputedByApplicant(String taskId, String note) {
        Taken taken = tasks.take(taskId, BackpayModel.CONFIRM_YEARS, Role.INTAKE, Role.REVIEW);
        CaseNumber number = taken.backpay().caseNumber();
        String what = FreeText.required("note", note);
        clocks.resume(number, "申请人对缴费年限有异议");
        cases.note(
                number,
                "yearsDisputed",
                null,
                "申请人对缴费年限有异议：" + what,
                taken.user().id());
        engine.complete(taken.task(), BackpayModel.YEARS_DISPUTED, true);
    }

    /**
     * How service counts that the documents leave to a person.
     *
     * @param index which of the services, from nothing
     */
    public record ServiceDecision(Integer index, CountedAs decidedAs, String reason) {}
}
