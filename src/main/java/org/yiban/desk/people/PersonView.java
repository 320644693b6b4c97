package org.yiban.desk.people;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Predicate;
import org.yiban.person.Enrolment;
import org.yiban.person.MemberIdentity;
import org.yiban.person.Payment;
import org.yiban.person.Person;
import org.yiban.person.Scheme;
import org.yiban.person.Sex;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;

/** A person as staff see them: the number masked, the enrolments and payments they may know of. */
@Schema(description = "参保人；证件号码只显示首尾")
record PersonView(
        long id,
        String name,
        String maskedIdentityNumber,
        Sex sex,
        LocalDate bornOn,
        LocalDate diedOn,
        boolean retiredInsured,
        LocalDate retiredOn,
        List<EnrolmentView> enrolments,
        List<PaymentView> payments) {

    /**
     * The view.
     *
     * @param shown the pools whose enrolments the viewer may know of
     * @param payments what was paid to the viewer's own pools
     */
    static PersonView of(
            Person person,
            List<Enrolment> enrolments,
            Predicate<RegionCode> shown,
            List<Payment> payments,
            Regions regions) {
        return new PersonView(
                person.id(),
                person.name(),
                person.maskedIdentityNumber(),
                person.sex(),
                person.bornOn(),
                person.diedOn(),
                person.retiredInsured(),
                person.retiredOn(),
                enrolments.stream()
                        .filter(enrolment -> shown.test(enrolment.pool()))
                        .map(enrolment -> EnrolmentView.of(enrolment, regions))
                        .toList(),
                payments.stream()
                        .map(payment -> PaymentView.of(payment, regions))
                        .toList());
    }

    @Schema(description = "参保关系；until 为空表示未终止")
    record EnrolmentView(
            long id,
            String pool,
            String poolName,
            Scheme scheme,
            MemberIdentity identity,
            LocalDate from,
            LocalDate until,
            String endReason,
            LocalDate waitingFrom,
            LocalDate benefitFrom) {

        static EnrolmentView of(Enrolment enrolment, Regions regions) {
            return new EnrolmentView(
                    enrolment.id(),
                    enrolment.pool().value(),
                    regions.fullName(enrolment.pool()),
                    enrolment.scheme(),
                    enrolment.identity(),
                    enrolment.from(),
                    enrolment.until(),
                    enrolment.endReason(),
                    enrolment.waitingFrom(),
                    enrolment.benefitFrom());
        }
    }

    @Schema(description = "缴费；金额为元，benefitFrom 为待遇享受期首日，waitingFrom 为空表示没有等待期")
    record PaymentView(
            String reference,
            String pool,
            String poolName,
            Scheme scheme,
            MemberIdentity identity,
            LocalDate paidOn,
            YearMonth from,
            YearMonth to,
            BigDecimal personalAmount,
            BigDecimal subsidyAmount,
            BigDecimal accountCredited,
            Integer coverageYear,
            boolean lumpSum,
            LocalDate waitingFrom,
            LocalDate benefitFrom) {

        static PaymentView of(Payment payment, Regions regions) {
            return new PaymentView(
                    payment.reference(),
                    payment.pool().value(),
                    regions.fullName(payment.pool()),
                    payment.scheme(),
                    payment.identity(),
                    payment.paidOn(),
                    payment.from(),
                    payment.to(),
                    payment.personalAmount(),
                    payment.subsidyAmount(),
                    payment.accountCredited(),
                    payment.coverageYear(),
                    payment.lumpSum(),
                    payment.waitingFrom(),
                    payment.benefitFrom());
        }
    }
}
