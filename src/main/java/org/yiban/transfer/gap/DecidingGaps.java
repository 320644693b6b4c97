package org.yiban.transfer.gap;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.casework.CaseKind;
import org.yiban.casework.CasePart;
import org.yiban.casework.Cases;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.kernel.Violations;
import org.yiban.ledger.UnassignedReceipts;
import org.yiban.policy.Answer;
import org.yiban.policy.DecisionRecords;
import org.yiban.policy.Policies;
import org.yiban.policy.known.Correction;
import org.yiban.policy.known.ShownFact;
import org.yiban.workflow.CaseTasks;
import org.yiban.workflow.CaseTasks.CaseTask;

/** The steps of benefits across a transfer that people decide. Each saves the decision and completes its task at once. */
@Component
public class DecidingGaps {

    private static final String ARREARS = "arrears";
    private static final String AMOUNT = "amount";

    private final Access access;
    private final CaseTasks tasks;
    private final GapRecords records;
    private final GapMoneyRecords money;
    private final UnassignedReceipts unassigned;
    private final DerivingGapFacts deriving;
    private final ReturningMoney returning;
    private final Policies policies;
    private final DecisionRecords decisions;
    private final Cases cases;
    private final GapProcess process;
    private final BusinessTime time;

    DecidingGaps(
            Access access,
            CaseTasks tasks,
            GapRecords records,
            GapMoneyRecords money,
            UnassignedReceipts unassigned,
            DerivingGapFacts deriving,
            ReturningMoney returning,
            Policies policies,
            DecisionRecords decisions,
            Cases cases,
            GapProcess process,
            BusinessTime time) {
        this.access = access;
        this.tasks = tasks;
        this.records = records;
        this.money = money;
        this.unassigned = unassigned;
        this.deriving = deriving;
        this.returning = returning;
        this.policies = policies;
        this.decisions = decisions;
        this.cases = cases;
        this.process = process;
        this.time = time;
    }

    /**
     * The facts are clear: the tables are asked.
     *
     * @param corrections what the record has wrong or does not know, each with a reason
     * @throws ProblemException naming each correction that cannot be, and each fact that still has to be stated
     */
    @Transactional
    public void confirmFacts(String taskId, List<Correction> corrections) {
        CaseTask task = take(taskId, GapModel.CHECK_FACTS);
        BenefitGap gap = records.require(task.caseNumber());
        CurrentUser user = access.require(gap.pool(), Role.REVIEW);
        GapFacts facts =
                deriving.asking(new GapFacts(gap.facts().known().corrected(corrections, deriving.shown(gap.facts()))));
        Violations violations = new Violations();
        facts.known()
                .asked()
                .forEach(fact -> violations.add("facts." + fact.name(), null, "待遇怎样衔接取决于这一项，登记中没有；请填写并写明出处"));
        violations.throwIfAny();
        records.facts(task.caseNumber(), facts);
        cases.note(
                task.caseNumber(),
                "gapFactsChecked",
                CasePart.ASSESS,
                "核对待遇衔接的事实" + ShownFact.said(deriving.shown(gap.facts()), deriving.shown(facts), corrections),
                user.id());
        tasks.complete(task);
    }

    /** The applicant leaves the gap unpaid. */
    @Transactional
    public void declinePayment(String taskId) {
        CaseTask task = take(taskId, GapModel.RECORD_CHOICE);
        BenefitGap gap = records.require(task.caseNumber());
        CurrentUser user = access.require(gap.pool(), Role.INTAKE);
        records.chosen(task.caseNumber(), false, null, null);
        cases.note(task.caseNumber(), "gapDeclined", null, "申请人选择不补缴中断的月份", user.id());
        tasks.complete(task, GapModel.TO_PAY, false);
    }

    /**
     * The applicant pays the gap.
     *
     * @param price what it costs: by the tables where they say so, else as the tax bureau determined
     * @throws ProblemException naming what is missing, wrong, or contradicts the tables
     */
    @Transactional
    public void choosePayment(String taskId, Price price) {
        CaseTask task = take(taskId, GapModel.RECORD_CHOICE);
        BenefitGap gap = records.require(task.caseNumber());
        CurrentUser user = access.require(gap.pool(), Role.INTAKE);
        Answer arrears = policies.decide(ARREARS, question(gap, price));
        BigDecimal byTables = (BigDecimal) arrears.results().get(AMOUNT);
        Violations violations = new Violations();
        BigDecimal stated = price.amount() == null || price.amount().isBlank()
                ? null
                : violations.collect(() -> yuan(price.amount()));
        String source = byTables != null
                ? "按文件计算：" + arrears.basis()
                : violations.collect(() -> FreeText.required("amountSource", price.amountSource()));
        if (byTables == null && stated == null && violations.isEmpty()) {
            violations.add(AMOUNT, null, "文件没有说补缴多少；请填写税务核定的金额（元）");
        }
        if (byTables != null && stated != null && stated.compareTo(byTables) != 0) {
            violations.add(AMOUNT, price.amount(), "按文件计算为 " + byTables + " 元；请留空或填写这一金额");
        }
        violations.throwIfAny();
        BigDecimal amount = byTables == null ? stated : byTables;
        decisions.keep(task.caseNumber().value(), arrears.explanation());
        records.chosen(task.caseNumber(), true, amount, source);
        cases.note(task.caseNumber(), "gapChosen", null, "申请人选择补缴中断的月份：" + amount + " 元（" + source + "）", user.id());
        tasks.complete(task, GapModel.TO_PAY, true);
    }

    private Map<String, String> question(BenefitGap gap, Price price) {
        Map<String, String> question = new LinkedHashMap<>();
        question.put("region", gap.facts().value("region"));
        question.put("ground", "PERSONAL_GAP");
        question.put("identity", gap.facts().value("identity"));
        question.put("paidOn", time.today().toString());
        question.put(
                "firstUnpaidMonth",
                YearMonth.parse(gap.facts().value(GapFacts.LAST_PAID_MONTH))
                        .plusMonths(1)
                        .toString());
        question.put("unpaidMonths", String.valueOf(gap.quotes().unpaidMonths()));
        if (price.base() != null && !price.base().isBlank()) {
            question.put("base", price.base().strip());
        }
        if (price.accountType() != null && !price.accountType().isBlank()) {
            question.put("accountType", price.accountType().strip());
        }
        return question;
    }

    private static BigDecimal yuan(String amount) {
        if (!amount.strip().matches("\\d{1,10}(\\.\\d{1,2})?") || new BigDecimal(amount.strip()).signum() == 0) {
            throw ProblemException.invalid(AMOUNT, amount, "应为大于 0、不超过两位小数的数字，单位元");
        }
        return new BigDecimal(amount.strip()).setScale(2);
    }

    /**
     * Too little came in: the rest is asked for as long as it still counts, or what came goes back.
     *
     * @throws ProblemException CONFLICT if the last day has passed and the rest is asked for
     */
    @Transactional
    public void decideRest(String taskId, boolean collect, String reason) {
        CaseTask task = take(taskId, GapModel.DECIDE_REST);
        BenefitGap gap = records.require(task.caseNumber());
        CurrentUser user = access.require(gap.pool(), Role.REVIEW);
        String why = FreeText.required("reason", reason);
        LocalDate last = gap.countsUntil();
        if (collect && last != null && last.isBefore(time.today())) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT, "decision", "COLLECT", "按期补缴的最后一日 " + last + " 已过，余款不能再算作按期补缴；请选择停止补缴");
        }
        cases.note(
                task.caseNumber(),
                "gapRestDecided",
                CasePart.ASSESS,
                (collect ? "继续收余款 " + gap.rest() + " 元：" : "停止补缴，已缴部分退还：") + why,
                user.id());
        if (!collect) {
            records.ended(task.caseNumber(), GapOutcome.PARTLY);
            returning.all(gap, GapMoney.Why.PARTLY);
        }
        tasks.complete(task, GapModel.REST_TO_COLLECT, collect);
    }

    /** The money came too late: the applicant keeps the months as the tables then count them, or takes the money back. */
    @Transactional
    public void decideLate(String taskId, boolean keep, String reason) {
        CaseTask task = take(taskId, GapModel.DECIDE_LATE);
        BenefitGap gap = records.require(task.caseNumber());
        CurrentUser user = access.require(gap.pool(), Role.REVIEW);
        String why = FreeText.required("reason", reason);
        GapOutcome outcome = keep ? GapOutcome.LATE_KEPT : GapOutcome.LATE_RETURNED;
        cases.note(task.caseNumber(), "gapLateDecided", CasePart.ASSESS, outcome.title() + "：" + why, user.id());
        records.ended(task.caseNumber(), outcome);
        if (!keep) {
            returning.all(gap, GapMoney.Why.LATE);
        }
        tasks.complete(task);
    }

    /**
     * Finance writes down how money that closes no gap went back.
     *
     * @param refundCase number of the refund by which it did; blank if it went back otherwise
     * @param note how it did otherwise; needed without a refund
     * @throws ProblemException if there is no such refund of this person, or neither is stated
     */
    @Transactional
    public void settleMoney(String taskId, String refundCase, String note) {
        CaseTask task = take(taskId, GapModel.RETURN_MONEY);
        BenefitGap gap = records.require(task.caseNumber());
        CurrentUser user = access.require(gap.pool(), Role.FINANCE);
        Violations violations = new Violations();
        boolean byRefund = refundCase != null && !refundCase.isBlank();
        CaseNumber refund = byRefund ? violations.collect(() -> refund(gap, refundCase.strip())) : null;
        String how =
                violations.collect(() -> byRefund ? FreeText.optional("note", note) : FreeText.required("note", note));
        violations.throwIfAny();
        GapMoney returned = money.require(process.moneyOf(taskId));
        money.settle(returned.id(), refund, how, user.id());
        if (refund == null) {
            unassigned.returned(returned.caseNumber(), returned.ledgerReference());
        } else {
            unassigned.goesBackBy(returned.caseNumber(), returned.ledgerReference(), refund);
        }
        cases.note(
                task.caseNumber(),
                "gapMoneyReturned",
                null,
                "补缴款已处理：" + (refund == null ? how : "退费案件 " + refund + (how == null ? "" : "，" + how)),
                user.id());
        tasks.complete(task);
    }

    private CaseNumber refund(BenefitGap gap, String number) {
        CaseNumber refund;
        try {
            refund = new CaseNumber(number);
        } catch (ProblemException e) {
            throw ProblemException.invalid("refundCase", number, "应为退费案件的案号");
        }
        return cases.find(refund)
                .filter(file -> file.kind() == CaseKind.REFUND && file.personId() == gap.personId())
                .map(file -> refund)
                .orElseThrow(() -> ProblemException.invalid("refundCase", number, "没有此人的这件退费案件"));
    }

    private CaseTask take(String taskId, String definitionKey) {
        cases.lock(tasks.require(taskId, definitionKey).caseNumber());
        return tasks.require(taskId, definitionKey);
    }

    /**
     * What the gap costs.
     *
     * @param base monthly base of the first contribution after the move, yuan; needed where the tables count by it
     * @param accountType POOLED_ONLY or POOLED_WITH_ACCOUNT, likewise
     * @param amount as the tax bureau determined it, yuan; where the tables name no price
     * @param amountSource by which paper, likewise
     */
    public record Price(String base, String accountType, String amount, String amountSource) {}
}
