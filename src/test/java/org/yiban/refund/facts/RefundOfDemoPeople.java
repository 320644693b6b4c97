package org.yiban.refund.facts;

import java.time.LocalDate;
import org.yiban.person.Payment;
import org.yiban.person.Payments;

/** What the people of the demo claim back, and what comes of it: the stories of docs/demo-people.md as cases. */
final class RefundOfDemoPeople {

    /** receipt, reason, requested on, event on, event until; outcome, scope, basis, amount, recovered from the account. */
    static final String DECIDED = """
            220100-2023-000001 | JOINED_EMPLOYEE_SCHEME | 2023-12-20 | - | - | ELIGIBLE | FULL_PAYMENT | JL2022-19 art.22(1)[a] | 380.00 | 0.00
            220100-2023-000001 | JOINED_EMPLOYEE_SCHEME | 2023-12-31 | - | - | ELIGIBLE | FULL_PAYMENT | JL2022-19 art.22(1)[a] | 380.00 | 0.00
            220100-2023-000001 | JOINED_EMPLOYEE_SCHEME | 2024-01-01 | - | - | REFER | - | - | - | -
            220100-2023-000002 | JOINED_EMPLOYEE_SCHEME | 2024-01-10 | - | - | REFER | - | - | - | -
            220100-2023-000003 | JOINED_EMPLOYEE_SCHEME | 2024-01-20 | - | - | INELIGIBLE | - | JL2022-19 art.23(1) | - | -
            220100-2024-000001 | ENROLLED_IN_OTHER_POOL | 2024-05-30 | - | - | ELIGIBLE | FULL_PAYMENT | JL2022-19 art.22(1)[a] | 380.00 | 0.00
            220100-2024-000001 | ENROLLED_IN_OTHER_POOL | 2024-05-31 | - | - | REFER | - | - | - | -
            220100-2023-000004 | JOINED_EMPLOYEE_SCHEME | 2023-12-11 | - | - | ELIGIBLE | FULL_PAYMENT | JL2022-19 art.22(1)[b] | 190.00 | 0.00
            220100-2023-000006 | DUPLICATE_PAYMENT | 2023-12-15 | - | - | ELIGIBLE | FULL_PAYMENT | JL2022-19 art.22(1)[a] | 380.00 | 0.00
            220100-2023-000007 | DEATH | 2023-12-31 | - | - | ELIGIBLE | FULL_PAYMENT | JL2022-19 art.22(1)[a] | 380.00 | 0.00
            220100-2023-000007 | DEATH | 2024-01-08 | 2023-12-25 | - | REFER | - | - | - | -
            220100-2022-000001 | DEATH_NOT_DEREGISTERED | 2023-03-10 | - | - | ELIGIBLE | MONTHS_AFTER_DEATH | JL2022-19 art.22(4) | 1500.00 | 240.00
            220100-2023-000008 | EMPLOYED_AFTER_ANNUAL_PREPAYMENT | 2024-07-20 | - | - | ELIGIBLE | REMAINING_MONTHS_OF_YEAR | JL2022-19 art.22(2) | 3600.00 | 0.00
            220100-2023-000008 | EMPLOYED_AFTER_ANNUAL_PREPAYMENT | 2024-07-31 | - | - | INELIGIBLE | - | JL2022-19 art.23(2) | - | -
            220100-2023-000009 | EMPLOYED_AFTER_ANNUAL_PREPAYMENT | 2024-07-20 | - | - | INELIGIBLE | - | JL2022-19 art.23(2) | - | -
            220100-2024-000002 | DEATH_AFTER_LUMP_SUM | 2024-04-25 | - | - | ELIGIBLE | LUMP_SUM | JL2022-19 art.22(3) | 11520.00 | 0.00
            220100-2024-000002 | DEATH_AFTER_LUMP_SUM | 2024-05-08 | - | - | REFER | - | - | - | -
            220100-2024-000003 | DEATH_AFTER_LUMP_SUM | 2024-06-20 | - | - | INELIGIBLE | - | JL2022-19 art.22(3) | - | -
            220100-2023-000010 | OVERPAID_AFTER_RETIREMENT | 2023-11-08 | - | - | INELIGIBLE | - | JL2022-19 art.23(2) | - | -
            220100-2023-000011 | LATE_CHANGE_REGISTRATION | 2023-07-05 | - | - | INELIGIBLE | - | JL2022-19 art.23(2) | - | -
            220100-2025-000001 | DUPLICATE_DURING_UNEMPLOYMENT | 2025-08-14 | - | - | REFER | - | - | - | -
            220100-2025-000003 | DEATH | 2025-04-20 | - | - | REFER | - | - | - | -
            220100-2025-000004 | OTHER | 2025-12-20 | - | - | REFER | - | - | - | -
            211200-2025-000001 | DEATH | 2025-07-10 | - | - | ELIGIBLE | FULL_PAYMENT | TL2022 art.七(一)[1] | 168.00 | 0.00
            211200-2025-000002 | DEATH | 2025-06-10 | - | - | REFER | - | - | - | -
            211200-2025-000003 | OVERPAID_AFTER_RETIREMENT | 2025-10-10 | - | - | ELIGIBLE | MONTHS_SINCE_RETIREMENT | TL2022 art.七(一)[2] | 2000.00 | 0.00
            211200-2025-000005 | EMPLOYED_AFTER_ANNUAL_PREPAYMENT | 2025-08-01 | - | - | ELIGIBLE | REMAINING_MONTHS_OF_YEAR | TL2022 art.七(一)[3] | 3000.00 | 0.00
            211200-2025-000006 | DUPLICATE_DURING_UNEMPLOYMENT | 2025-09-04 | - | - | ELIGIBLE | DUPLICATED_MONTHS | TL2022 art.七(一)[4] | 1500.00 | 0.00
            211200-2025-000008 | IMPRISONMENT | 2025-08-01 | 2025-04-02 | 2025-06-28 | ELIGIBLE | MONTHS_IN_PRISON | TL2022 art.七(一)[5] | 1542.86 | 210.00
            211200-2025-000009 | IMPRISONMENT | 2025-08-01 | 2024-10-08 | - | ELIGIBLE | MONTHS_IN_PRISON | TL2022 art.七(一)[5] | 3600.00 | 180.00
            211200-2025-000010 | JOINED_EMPLOYEE_SCHEME | 2025-12-20 | - | - | ELIGIBLE | FULL_PAYMENT | TL2022 art.七(二)[1] | 400.00 | 0.00
            211200-2025-000012 | DUPLICATE_PAYMENT | 2025-12-10 | - | - | ELIGIBLE | FULL_PAYMENT | TL2022 art.七(二)[1] | 400.00 | 0.00
            211200-2025-000011 | DUPLICATE_PAYMENT | 2025-12-10 | - | - | ELIGIBLE | FULL_PAYMENT | TL2022 art.七(二)[2] | 200.00 | 0.00
            211200-2025-000013 | DEATH | 2025-08-20 | - | - | ELIGIBLE | FULL_PAYMENT | TL2022 art.七(二)[3] | 400.00 | 0.00
            211200-2024-000001 | JOINED_EMPLOYEE_SCHEME | 2025-03-20 | - | - | INELIGIBLE | - | TL2022 art.七(二)[4] | - | -
            211200-2025-000014 | ENROLLED_IN_OTHER_POOL | 2026-01-16 | - | - | REFER | - | - | - | -
            211200-2025-000015 | LATE_CHANGE_REGISTRATION | 2025-06-10 | - | - | REFER | - | - | - | -
            371500-2025-000001 | OVERPAID_AFTER_RETIREMENT | 2026-01-12 | - | - | REFER | - | - | - | -
            370800-2024-000001 | DEATH_AFTER_LUMP_SUM | 2025-06-12 | - | - | REFER | - | - | - | -
            371500-2025-000002 | DEATH_NOT_DEREGISTERED | 2026-01-12 | - | - | REFER | - | - | - | -
            371500-2025-000006 | JOINED_EMPLOYEE_SCHEME | 2026-01-12 | - | - | REFER | - | - | - | -
            """;

    private RefundOfDemoPeople() {}

    /** A claim of somebody of the demo. */
    record Case(String receipt, RefundReason reason, LocalDate requestedOn, LocalDate eventOn, LocalDate eventUntil) {

        RefundClaim claim(Payments payments) {
            Payment payment = payments.find(receipt).orElseThrow();
            return new RefundClaim(
                    payment.personId(), payment.pool(), reason, payment, requestedOn, eventOn, eventUntil);
        }
    }
}
