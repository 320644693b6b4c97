package org.yiban.refund.facts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.yiban.person.Enrolment;
import org.yiban.person.MemberIdentity;
import org.yiban.person.Payment;
import org.yiban.person.Scheme;
import org.yiban.region.Regions;

/**
 * Finds on record what a payment is claimed back for: a death, another enrolment, another payment for the same months. What
 * no record holds (prison, an unemployment benefit nobody paid contributions for) is as the applicant states it.
 */
final class EventsOnRecord {

    private static final String STATED = "申请所述，待核对证明材料";

    private final Regions regions;
    private final EnrolmentWords words;

    EventsOnRecord(Regions regions) {
        this.regions = regions;
        this.words = new EnrolmentWords(regions);
    }

    Event find(RefundClaim claim, PersonRecord record) {
        return switch (claim.reason()) {
            case DEATH, DEATH_AFTER_LUMP_SUM, DEATH_NOT_DEREGISTERED -> death(claim, record);
            case JOINED_EMPLOYEE_SCHEME ->
                joined(claim, record, other -> other.scheme() == Scheme.EMPLOYEE, "没有登记在缴费以后的职工医保关系");
            case ENROLLED_IN_OTHER_POOL ->
                joined(
                        claim,
                        record,
                        other -> other.scheme() == Scheme.RESIDENT
                                && !other.pool().equals(claim.payment().pool()),
                        "没有登记在其他统筹区的居民医保关系");
            case EMPLOYED_AFTER_ANNUAL_PREPAYMENT -> employed(claim, record);
            case DUPLICATE_PAYMENT -> paidTwice(claim, record);
            case DUPLICATE_DURING_UNEMPLOYMENT -> paidByTheFund(claim, record);
            case OVERPAID_AFTER_RETIREMENT -> retired(claim, record);
            case LATE_CHANGE_REGISTRATION -> left(claim, record);
            case IMPRISONMENT, OTHER -> stated(claim, "登记中没有");
        };
    }

    private static Event death(RefundClaim claim, PersonRecord record) {
        LocalDate diedOn = record.person().diedOn();
        return diedOn == null ? stated(claim, "没有登记死亡日期") : Event.onDay(diedOn, "人员登记：死亡日期 " + diedOn);
    }

    private static Event retired(RefundClaim claim, PersonRecord record) {
        LocalDate retiredOn = record.person().retiredOn();
        return retiredOn == null ? stated(claim, "没有登记退休之日") : Event.onDay(retiredOn, "人员登记：退休之日 " + retiredOn);
    }

    private Event joined(RefundClaim claim, PersonRecord record, Predicate<Enrolment> other, String none) {
        LocalDate paidOn = claim.payment().paidOn();
        Stream<Enrolment> joined = record.enrolments().stream()
                .filter(other)
                .filter(enrolment -> enrolment.open() || !enrolment.until().isBefore(paidOn))
                .filter(enrolment -> !enrolment.from().isAfter(claim.requestedOn()));
        return asStatedOrFirst(claim, joined)
                .map(enrolment -> Event.onDay(enrolment.from(), words.of(enrolment) + differing(claim, enrolment)))
                .orElseGet(() -> stated(claim, none));
    }

    private Event employed(RefundClaim claim, PersonRecord record) {
        Payment payment = claim.payment();
        Stream<Enrolment> employers = record.enrolments().stream()
                .filter(enrolment -> enrolment.identity() == MemberIdentity.EMPLOYER)
                .filter(enrolment -> !enrolment.from().isBefore(payment.from().atDay(1))
                        || enrolment.from().isAfter(payment.paidOn()))
                .filter(enrolment -> !enrolment.from().isAfter(payment.to().atEndOfMonth()))
                .filter(enrolment -> !enrolment.from().isAfter(claim.requestedOn()));
        return asStatedOrFirst(claim, employers)
                .map(enrolment -> employedBy(claim, record, enrolment))
                .orElseGet(() -> stated(claim, "没有登记所缴年度内随单位参保的关系"));
    }

    private Event employedBy(RefundClaim claim, PersonRecord record, Enrolment employer) {
        YearMonth enrolled = YearMonth.from(employer.from());
        Optional<Payment> first = record.payments().stream()
                .filter(paid -> paid.identity() == MemberIdentity.EMPLOYER
                        && paid.pool().equals(employer.pool())
                        && !paid.from().isBefore(enrolled))
                .min(Comparator.comparing(Payment::from));
        String source = words.of(employer)
                + differing(claim, employer)
                + first.map(paid -> "；单位缴费自 " + paid.from() + " 起（凭证 " + paid.reference() + "）")
                        .orElse("；单位缴费自参保当月起算");
        return new Event(employer.from(), first.map(Payment::from).orElse(enrolled), null, source, employer);
    }

    private Event paidTwice(RefundClaim claim, PersonRecord record) {
        Payment payment = claim.payment();
        return overlapping(claim, record)
                .min(Comparator.comparing(other -> later(payment, other)))
                .map(other -> new Event(
                        later(payment, other),
                        latest(payment.from(), other.from()),
                        earliest(payment.to(), other.to()),
                        "缴费登记：凭证 %s 已缴 %s 至 %s（%s，%s 到账）"
                                .formatted(
                                        other.reference(),
                                        other.from(),
                                        other.to(),
                                        regions.fullName(other.pool()),
                                        other.paidOn()),
                        null))
                .orElseGet(() -> stated(claim, "没有登记另一笔缴同样月份的费用"));
    }

    /** The first run of months without a gap that was paid for without the person paying. */
    private static Event paidByTheFund(RefundClaim claim, PersonRecord record) {
        Payment payment = claim.payment();
        List<Payment> fund = overlapping(claim, record)
                .filter(other -> other.personalAmount().signum() == 0)
                .sorted(Comparator.comparing(Payment::from))
                .toList();
        if (fund.isEmpty()) {
            return stated(claim, "没有登记失业保险基金代缴的费用");
        }
        YearMonth first = latest(payment.from(), fund.get(0).from());
        YearMonth last = earliest(payment.to(), fund.get(0).to());
        for (Payment next : fund) {
            if (!next.from().isAfter(last.plusMonths(1))) {
                last = latest(last, earliest(payment.to(), next.to()));
            }
        }
        return new Event(
                first.atDay(1),
                first,
                last,
                "缴费登记：%s 至 %s 另有不由个人缴费的记录（凭证 %s）"
                        .formatted(first, last, fund.get(0).reference()),
                null);
    }

    private Event left(RefundClaim claim, PersonRecord record) {
        Payment payment = claim.payment();
        return record.enrolments().stream()
                .filter(enrolment -> enrolment.pool().equals(payment.pool())
                        && enrolment.scheme() == payment.scheme()
                        && enrolment.identity() == payment.identity()
                        && !enrolment.open())
                .filter(enrolment -> payment.covers(YearMonth.from(enrolment.until())))
                .max(Comparator.comparing(Enrolment::until))
                .map(enrolment ->
                        Event.onDay(enrolment.until(), words.of(enrolment) + "（" + enrolment.endReason() + "）"))
                .orElseGet(() -> stated(claim, "没有登记所缴月份内终止的参保关系"));
    }

    private static Stream<Payment> overlapping(RefundClaim claim, PersonRecord record) {
        Payment payment = claim.payment();
        return record.payments().stream()
                .filter(other -> other.id() != payment.id()
                        && other.scheme() == payment.scheme()
                        && other.overlaps(payment)
                        && !other.paidOn().isAfter(claim.requestedOn()));
    }

    private static Event stated(RefundClaim claim, String notOnRecord) {
        if (claim.eventOn() == null) {
            return Event.unknown(notOnRecord + "，申请也没有说明");
        }
        YearMonth until = claim.eventUntil() == null ? null : YearMonth.from(claim.eventUntil());
        return new Event(claim.eventOn(), YearMonth.from(claim.eventOn()), until, notOnRecord + "；" + STATED, null);
    }

    private static Optional<Enrolment> asStatedOrFirst(RefundClaim claim, Stream<Enrolment> enrolments) {
        return enrolments.min(
                Comparator.comparing((Enrolment enrolment) -> !enrolment.from().equals(claim.eventOn()))
                        .thenComparing(Enrolment::from));
    }

    private static String differing(RefundClaim claim, Enrolment enrolment) {
        return claim.eventOn() == null || claim.eventOn().equals(enrolment.from()) ? "" : "；申请所述为 " + claim.eventOn();
    }

    private static LocalDate later(Payment one, Payment other) {
        return one.paidOn().isAfter(other.paidOn()) ? one.paidOn() : other.paidOn();
    }

    private static YearMonth latest(YearMonth one, YearMonth other) {
        return one.isAfter(other) ? one : other;
    }

    private static YearMonth earliest(YearMonth one, YearMonth other) {
        return one.isBefore(other) ? one : other;
    }
}
