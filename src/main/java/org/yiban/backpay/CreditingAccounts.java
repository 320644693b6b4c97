package org.yiban.backpay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Role;
import org.yiban.backpay.BackpayTasks.Taken;
import org.yiban.casework.CasePart;
import org.yiban.casework.Cases;
import org.yiban.casework.FourEyes;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violations;
import org.yiban.kernel.Written;
import org.yiban.reference.Figure;
import org.yiban.reference.ReferenceFigures;
import org.yiban.workflow.CaseTasks;

/** What is credited to the personal account for a lump sum (补计个人账户), where the documents say that it is. */
@Component
public class CreditingAccounts {

    private static final int CENTS = 2;

    private final BackpayRecords records;
    private final ReturningBackpays returning;
    private final ReferenceFigures figures;
    private final BackpayTasks tasks;
    private final CaseTasks engine;
    private final Cases cases;
    private final FourEyes fourEyes;

    CreditingAccounts(
            BackpayRecords records,
            ReturningBackpays returning,
            ReferenceFigures figures,
            BackpayTasks tasks,
            CaseTasks engine,
            Cases cases,
            FourEyes fourEyes) {
        this.records = records;
        this.returning = returning;
        this.figures = figures;
        this.tasks = tasks;
        this.engine = engine;
        this.cases = cases;
        this.fourEyes = fourEyes;
    }

    /**
     * The price is paid: what came in beyond it goes back, and the account is credited by the rate on record.
     *
     * @return whether a person has to state how much is credited, because no rate is on record
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean paid(CaseNumber number) {
        Backpay backpay = records.require(number);
        if (backpay.rest().signum() < 0) {
            returning.surplus(backpay);
        }
        BackpayChoice choice = backpay.choice();
        if (!Boolean.TRUE.equals(choice.accountCredited())) {
            return false;
        }
        Map<String, String> facts = backpay.facts().question();
        String accountType = facts.get("accountType");
        if ("POOLED_ONLY".equals(accountType) && !"true".equals(facts.get("convertsToAccount"))) {
            cases.note(number, "noAccount", null, "单建统筹，没有个人账户，不补计", null);
            return false;
        }
        Optional<Figure> rate =
                figures.accountRate(backpay.pool(), backpay.stated().identity().name(), backpay.receivedOn());
        if (rate.isEmpty() || choice.base() == null || accountType == null) {
            cases.note(
                    number,
                    "creditUnknown",
                    null,
                    "补缴应补计个人账户，但没有" + (accountType == null ? "写明是否统账结合" : "计入比例") + "；由审核员写明金额和依据",
                    null);
            return true;
        }
        BigDecimal amount = choice.base()
                .multiply(rate.get().value())
                .multiply(BigDecimal.valueOf(choice.months()))
                .setScale(CENTS, RoundingMode.HALF_UP);
        records.credited(
                number,
                new AccountCredit(
                        amount,
                        "基数 " + choice.base() + " 元 × 计入比例 "
                                + Written.percent(rate.get().value()) + " × "
                                + choice.months() + " 个月；"
                                + rate.get().sourceSaid(),
                        false,
                        false));
        return false;
    }

    /** A reviewer states how much is credited, and by which paper. */
    @Transactional
    public void state(String taskId, String amount, String source) {
        Taken taken = tasks.take(taskId, BackpayModel.STATE_CREDIT, Role.REVIEW);
        CaseNumber number = taken.backpay().caseNumber();
        Violations violations = new Violations();
        BigDecimal yuan = violations.collect(() -> yuan(amount));
        String from = violations.collect(() -> FreeText.required("source", source));
        if (yuan != null && yuan.compareTo(taken.backpay().choice().amount()) > 0) {
            violations.add(
                    "amount", amount, "不能超过补缴的 " + taken.backpay().choice().amount() + " 元");
        }
        violations.throwIfAny();
        records.credited(number, new AccountCredit(yuan, from, true, false));
        cases.note(
                number,
                "creditStated",
                CasePart.ASSESS,
                "拟补计个人账户 " + yuan + " 元：" + from,
                taken.user().id());
        engine.complete(taken.task());
    }

    private static BigDecimal yuan(String amount) {
        if (amount == null
                || !amount.strip().matches("\\d{1,10}(\\.\\d{1,2})?")
                || new BigDecimal(amount.strip()).signum() == 0) {
            throw ProblemException.invalid("amount", amount, "应为大于 0、不超过两位小数的数字，单位元");
        }
        return new BigDecimal(amount.strip()).setScale(CENTS);
    }

    /** Approves what is credited, or sends it back; another person than who stated it. */
    @Transactional
    public void decide(String taskId, boolean approved, String reason) {
        Taken taken = tasks.take(taskId, BackpayModel.APPROVE_CREDIT, Role.APPROVE);
        CaseNumber number = taken.backpay().caseNumber();
        fourEyes.requireMayApprove(number, taken.user().id());
        String why = approved ? null : FreeText.required("reason", reason);
        cases.note(
                number,
                approved ? "creditApproved" : "creditReturned",
                CasePart.APPROVE,
                approved ? "同意补计个人账户" : "退回补计个人账户：" + why,
                taken.user().id());
        engine.complete(taken.task(), BackpayModel.RETURNED, !approved);
    }
}
