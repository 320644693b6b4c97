package org.yiban.desk.people;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.yiban.person.Enrolment;
import org.yiban.person.MemberIdentity;
import org.yiban.person.Person;
import org.yiban.person.Scheme;
import org.yiban.person.Sex;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;

/** A person as staff see them: the number masked, the enrolments they may know of. */
@Schema(description = "参保人；证件号码只显示首尾")
record PersonView(
        long id,
        String name,
        String maskedIdentityNumber,
        Sex sex,
        LocalDate bornOn,
        LocalDate diedOn,
        boolean retiredInsured,
        List<EnrolmentView> enrolments) {

    static PersonView of(Person person, List<Enrolment> enrolments, Predicate<RegionCode> shown, Regions regions) {
        return new PersonView(
                person.id(),
                person.name(),
                person.maskedIdentityNumber(),
                person.sex(),
                person.bornOn(),
                person.diedOn(),
                person.retiredInsured(),
                enrolments.stream()
                        .filter(enrolment -> shown.test(enrolment.pool()))
                        .map(enrolment -> EnrolmentView.of(enrolment, regions))
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
            String endReason) {

        static EnrolmentView of(Enrolment enrolment, Regions regions) {
            return new EnrolmentView(
                    enrolment.id(),
                    enrolment.pool().value(),
                    regions.fullName(enrolment.pool()),
                    enrolment.scheme(),
                    enrolment.identity(),
                    enrolment.from(),
                    enrolment.until(),
                    enrolment.endReason());
        }
    }
}
