package org.yiban.refund.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.Violation;
import org.yiban.person.Payment;
import org.yiban.person.Person;

/**
 * What is wrong with a claim, held against the record. Whether months have been given back already is not known here, and
 * whether the payment is given back at all is for the tables. Asks nothing of the database.
 */
@Component
public class ClaimChecks {

    private static final String REQUESTED_ON = "requestedOn";
    private static final String EVENT_ON = "eventOn";
    private static final String EVENT_UNTIL = "eventUntil";
    private static final String CLAIMED_FROM = "claimedFrom";
    private static final String CLAIMED_TO = "claimedTo";
    private static final String CLAIMED_AMOUNT = "claimedAmount";

    private final BusinessTime time;

    ClaimChecks(BusinessTime time) {
        this.time = time;
    }

    /**
     * Everything that is wrong, fields named as the HTTP interface names them; empty if nothing is.
     *
     * @param person the insured person of the claim
     * @param claimedFrom first month claimed back; {@code null} if no months are named
     * @param claimedTo last month claimed back; {@code null} if no months are named
     * @param claimedAmount what is claimed, yuan; {@code null} if no amount is named
     */
    public List<Violation> check(
            RefundClaim claim, Person person, YearMonth claimedFrom, YearMonth claimedTo, BigDecimal claimedAmount) {
        List<Violation> found = new ArrayList<>();
        if (claim.payment().personId() != claim.personId()
                || !claim.payment().pool().equals(claim.pool())) {
            found.add(new Violation("paymentReference", claim.payment().reference(), "参保人在本统筹区没有这一凭证号的缴费，请核对凭证号和证件号码"));
            return found;
        }
        checkRequest(claim, found);
        checkEvent(claim, person, found);
        if (claim.reason().death()) {
            checkDeath(claim, person, found);
        }
        if (claim.reason() == RefundReason.DEATH_AFTER_LUMP_SUM
                && !claim.payment().lumpSum()) {
            found.add(new Violation("paymentReference", claim.payment().reference(), "登记显示这笔缴费不是一次性趸缴，与退费事由“趸缴后死亡”不符"));
        }
        checkMonths(claim.payment(), claimedFrom, claimedTo, found);
        checkAmount(claim.payment(), claimedAmount, found);
        return found;
    }

    private void checkRequest(RefundClaim claim, List<Violation> found) {
        LocalDate requestedOn = claim.requestedOn();
        if (requestedOn.isAfter(time.today())) {
            add(found, REQUESTED_ON, requestedOn, "不能晚于今天（" + time.today() + "）");
        } else if (requestedOn.isBefore(claim.payment().paidOn())) {
            add(found, REQUESTED_ON, requestedOn, "不能早于缴费日期（" + claim.payment().paidOn() + "）");
        }
    }

    private static void checkEvent(RefundClaim claim, Person person, List<Violation> found) {
        LocalDate on = claim.eventOn();
        LocalDate until = claim.eventUntil();
        if (on != null && on.isAfter(claim.requestedOn())) {
            add(found, EVENT_ON, on, "不能晚于申请日期（" + claim.requestedOn() + "）");
        } else if (on != null && on.isBefore(person.bornOn())) {
            add(found, EVENT_ON, on, "不能早于出生日期");
        }
        if (until != null && on == null) {
            add(found, EVENT_UNTIL, until, "填写事由结束日的，也要填写事由发生日");
        } else if (until != null && until.isBefore(on)) {
            add(found, EVENT_UNTIL, until, "不能早于事由发生日（" + on + "）");
        }
    }

    private static void checkDeath(RefundClaim claim, Person person, List<Violation> found) {
        LocalDate diedOn = person.diedOn();
        if (diedOn == null) {
            if (claim.eventOn() == null) {
                add(found, EVENT_ON, null, "登记中没有死亡日期，请填写");
            }
            return;
        }
        if (claim.eventOn() != null && !claim.eventOn().equals(diedOn)) {
            add(found, EVENT_ON, claim.eventOn(), "与登记的死亡日期（" + diedOn + "）不符，请核对；登记有误的，请先更正登记");
        }
        if (diedOn.isAfter(claim.requestedOn())) {
            add(found, REQUESTED_ON, claim.requestedOn(), "早于登记的死亡日期（" + diedOn + "）");
        }
    }

    private static void checkMonths(Payment payment, YearMonth from, YearMonth to, List<Violation> found) {
        if (from == null && to == null) {
            return;
        }
        if (from == null || to == null) {
            add(found, from == null ? CLAIMED_FROM : CLAIMED_TO, null, "申请退还的首月和末月应同填同空");
            return;
        }
        String within = "不在这笔缴费的费款所属期（%s 至 %s）之内".formatted(payment.from(), payment.to());
        if (!payment.covers(from)) {
            add(found, CLAIMED_FROM, from, within);
        }
        if (!payment.covers(to)) {
            add(found, CLAIMED_TO, to, within);
        }
        if (to.isBefore(from)) {
            add(found, CLAIMED_TO, to, "不能早于首月（" + from + "）");
        }
    }

    private static void checkAmount(Payment payment, BigDecimal amount, List<Violation> found) {
        if (amount == null) {
            return;
        }
        if (amount.signum() <= 0 || amount.stripTrailingZeros().scale() > 2) {
            add(found, CLAIMED_AMOUNT, amount.toPlainString(), "应为大于0的金额（元），最多两位小数");
        } else if (amount.compareTo(payment.personalAmount()) > 0) {
            add(found, CLAIMED_AMOUNT, amount.toPlainString(), "不能超过个人实缴的 " + payment.personalAmount() + " 元");
        }
    }

    private static void add(List<Violation> found, String field, Object value, String message) {
        found.add(new Violation(field, Objects.toString(value, null), message));
    }
}
