package org.yiban.refund;

import java.util.Arrays;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.casework.CaseFile;
import org.yiban.casework.CaseKind;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.ledger.PaymentOrders;

/** Applicants withdraw (撤回), as long as no money has moved for them. */
@Component
public class WithdrawingRefunds {

    private static final Role[] WITHDRAWING = {Role.INTAKE, Role.REVIEW};

    private final Access access;
    private final Cases cases;
    private final RefundRecords records;
    private final PaymentOrders orders;
    private final RefundProcess process;

    WithdrawingRefunds(Access access, Cases cases, RefundRecords records, PaymentOrders orders, RefundProcess process) {
        this.access = access;
        this.cases = cases;
        this.records = records;
        this.orders = orders;
        this.process = process;
    }

    /** Ends an open refund because the applicant withdrew, with what they said. */
    @Transactional
    public void withdraw(CaseNumber number, String reason) {
        CurrentUser user = access.current();
        CaseFile file = cases.requireIn(user.casePools(), number);
        access.require(file.pool(), WITHDRAWING);
        String why = FreeText.required("reason", reason);
        cases.lock(number);
        if (cases.require(number).state() != CaseState.OPEN) {
            throw refusal(number, "案件已经办结，不能撤回");
        }
        if (moneyMoved(records.require(number), orders)) {
            throw refusal(number, "已经收回个人账户或开具支付指令，不能撤回");
        }
        cases.note(number, "withdrawn", null, "申请人撤回：" + why, user.id());
        if (!process.tell(RefundModel.WITHDRAWN, number, file.pool())) {
            throw refusal(number, "案件正在办结，不能撤回");
        }
    }

    private static ProblemException refusal(CaseNumber number, String reason) {
        return ProblemException.of(ProblemKind.CONFLICT, "caseNumber", number.value(), reason);
    }

    private static boolean moneyMoved(Refund refund, PaymentOrders orders) {
        return refund.collections() > 0
                || refund.round() > 1
                || !orders.of(refund.caseNumber()).isEmpty();
    }

    /** Whether a person may {@link #withdraw} a case. */
    static boolean mayWithdraw(CurrentUser user, CaseFile file, Refund refund, PaymentOrders orders) {
        return file.kind() == CaseKind.REFUND
                && file.state() == CaseState.OPEN
                && Arrays.stream(WITHDRAWING).anyMatch(role -> user.has(role, file.pool()))
                && !moneyMoved(refund, orders);
    }
}
