package org.yiban.transfer;

import java.util.Arrays;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.casework.CaseFile;
import org.yiban.casework.CaseKind;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.FreeText;

/** Applicants withdraw (撤回), at any point before the transfer is completed. */
@Component
public class WithdrawingTransfers {

    private static final Role[] WITHDRAWING = {Role.INTAKE, Role.REVIEW};

    private final CasesAtHand atHand;
    private final Cases cases;
    private final TransferProcess process;

    WithdrawingTransfers(CasesAtHand atHand, Cases cases, TransferProcess process) {
        this.atHand = atHand;
        this.cases = cases;
        this.process = process;
    }

    /** Ends an open transfer-in because the applicant withdrew, with what they said. */
    @Transactional
    public void withdraw(CaseNumber number, String reason) {
        CasesAtHand.Taken taken = atHand.takeOpen(number, "转出地不能代为撤回；由申请人向转入地撤回，或在待办中不予转出", WITHDRAWING);
        String why = FreeText.required("reason", reason);
        cases.note(number, "withdrawn", null, "申请人撤回：" + why, taken.user().id());
        if (!process.tell(TransferModel.WITHDRAWN, taken.transfer())) {
            throw CasesAtHand.conflict(number, "案件正在办结，不能撤回");
        }
    }

    /** Whether a person may {@link #withdraw} a case. */
    static boolean mayWithdraw(CurrentUser user, CaseFile file) {
        return file.kind() == CaseKind.TRANSFER_IN
                && file.state() == CaseState.OPEN
                && Arrays.stream(WITHDRAWING).anyMatch(role -> user.has(role, file.pool()));
    }
}
