package org.yiban.refund;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What an applicant states who wants a payment back (退费申请). Texts are checked when the application is registered.
 *
 * @param identityNumber of the insured person, in full
 * @param name of the insured person, as on the record
 * @param pool code of the pool that is asked
 * @param reason a {@link org.yiban.refund.facts.RefundReason}
 * @param paymentReference number of the receipt of the payment
 * @param requestedOn day of the request, the business date of its decision
 * @param eventOn first day of what happened; empty: as the record has it
 * @param eventUntil last day of it; may be empty
 * @param claimedFrom first month that is claimed; empty: the payment's
 * @param claimedTo last month that is claimed; empty: the payment's
 * @param claimedAmount yuan; empty: whatever the rules give
 * @param payee who is to be paid
 * @param payeeIs a {@link PayeeRole}
 * @param contactPhone may be empty
 */
public record RefundApplication(
        @Schema(description = "参保人证件号码（全号）") String identityNumber,
        @Schema(description = "参保人姓名，与登记一致") String name,

        @Schema(description = "受理的统筹区代码（六位）", example = "220100")
        String pool,

        @Schema(
                description = "退费事由",
                allowableValues = {
                    "DUPLICATE_PAYMENT",
                    "DEATH",
                    "JOINED_EMPLOYEE_SCHEME",
                    "ENROLLED_IN_OTHER_POOL",
                    "EMPLOYED_AFTER_ANNUAL_PREPAYMENT",
                    "DEATH_AFTER_LUMP_SUM",
                    "DEATH_NOT_DEREGISTERED",
                    "OVERPAID_AFTER_RETIREMENT",
                    "DUPLICATE_DURING_UNEMPLOYMENT",
                    "IMPRISONMENT",
                    "LATE_CHANGE_REGISTRATION",
                    "OTHER"
                })
        String reason,

        @Schema(description = "缴费凭证号") String paymentReference,

        @Schema(description = "申请日期", example = "2023-12-20")
        LocalDate requestedOn,

        @Schema(description = "事由发生日；不填则以登记为准") LocalDate eventOn,
        @Schema(description = "事由结束日；没有则不填") LocalDate eventUntil,
        @Schema(description = "要求退费的起始月；不填为所缴的起始月") YearMonth claimedFrom,
        @Schema(description = "要求退费的终止月；不填为所缴的终止月") YearMonth claimedTo,
        @Schema(description = "要求退费的金额（元）；不填则按规定计算") BigDecimal claimedAmount,
        @Schema(description = "收款人和账户") ApplicationPayee payee,

        @Schema(
                description = "收款人是参保人的什么人",
                allowableValues = {"SELF", "HEIR", "GUARDIAN", "EMPLOYER"})
        String payeeIs,

        @Schema(description = "联系电话，可不填") String contactPhone) {

    /** Never prints identity or account numbers. */
    @Override
    public String toString() {
        return "RefundApplication[" + paymentReference + ", " + reason + ", " + requestedOn + "]";
    }
}
