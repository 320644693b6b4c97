package org.yiban.duplicate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violation;
import org.yiban.kernel.Violations;
import org.yiban.person.IdentityNumber;
import org.yiban.person.People;
import org.yiban.person.Person;
import org.yiban.person.Scheme;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;
import org.yiban.region.ServedPools;

/** Checks what is stated of two relations, on paper and against the record. Writes nothing. */
@Component
@Transactional(readOnly = true)
public class CheckingDuplicates {

    private final People people;
    private final FindingRelations finding;
    private final DuplicateRecords records;
    private final Regions regions;
    private final ServedPools served;
    private final BusinessTime time;

    CheckingDuplicates(
            People people,
            FindingRelations finding,
            DuplicateRecords records,
            Regions regions,
            ServedPools served,
            BusinessTime time) {
        this.people = people;
        this.finding = finding;
        this.records = records;
        this.regions = regions;
        this.served = served;
        this.time = time;
    }

    /** Checks one; whatever is wrong stands in the answer, all of it. */
    public CheckedDuplicate check(DuplicateApplication application) {
        Violations violations = new Violations();
        IdentityNumber number =
                violations.collect(() -> IdentityNumber.parse("identityNumber", application.identityNumber()));
        String name = violations.collect(() -> FreeText.required("name", application.name()));
        RegionCode pool = violations.collect(() -> pool(application.pool()));
        LocalDate foundOn = violations.collect(() -> foundOn(application.foundOn()));
        Scheme scheme = violations.collect(() -> scheme("scheme", application.scheme()));
        RegionCode otherPool = violations.collect(() -> otherPool(application.otherPool()));
        Scheme otherScheme = violations.collect(() -> scheme("otherScheme", application.otherScheme()));
        Person person = number == null || name == null ? null : violations.collect(() -> person(number, name));
        FindingRelations.Pair pair = !violations.isEmpty()
                ? null
                : violations.collect(() -> finding.stated(
                        person.id(),
                        pool,
                        foundOn,
                        scheme,
                        new FindingRelations.Stated(otherPool, otherScheme, application.otherFrom())));
        if (pair != null) {
            records.openOf(
                            person.id(),
                            pair.first().enrolmentId(),
                            pair.second().enrolmentId())
                    .ifPresent(open -> violations.add(
                            "identityNumber",
                            number.masked(),
                            "这两个关系正由"
                                    + (open.pool().equals(pool)
                                            ? "案件 " + open.caseNumber()
                                            : regions.fullName(open.pool()))
                                    + "清理，不用重复登记"));
        }
        List<Violation> wrong = found(violations);
        return wrong.isEmpty()
                ? new CheckedDuplicate(pool, foundOn, person, pair.first(), pair.second(), wrong)
                : new CheckedDuplicate(pool, foundOn, null, null, null, wrong);
    }

    /** The pool that is asked, served here. */
    RegionCode pool(String code) {
        RegionCode pool = regions.requirePool("pool", code).code();
        if (!served.contains(pool)) {
            throw ProblemException.invalid(
                    "pool",
                    code,
                    regions.fullName(pool) + "不在本平台经办范围；可选统筹区："
                            + String.join(
                                    "、",
                                    served.all().stream()
                                            .map(each -> each.code().value() + " " + each.name())
                                            .toList()));
        }
        return pool;
    }

    private RegionCode otherPool(String code) {
        return code == null || code.isBlank()
                ? null
                : regions.requirePool("otherPool", code).code();
    }

    private LocalDate foundOn(LocalDate day) {
        if (day == null || day.isAfter(time.today())) {
            throw ProblemException.invalid(
                    "foundOn", day == null ? null : day.toString(), "必填，格式 yyyy-MM-dd，不能晚于今天（" + time.today() + "）");
        }
        return day;
    }

    private static Scheme scheme(String field, String code) {
        if (code == null || code.isBlank()) {
            return null;
        }
        return Arrays.stream(Scheme.values())
                .filter(scheme -> scheme.name().equals(code))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(field, code, "应为 EMPLOYEE（职工医保）或 RESIDENT（居民医保）"));
    }

    private Person person(IdentityNumber number, String name) {
        Optional<Person> found =
                people.find(number).filter(person -> person.name().equals(name));
        return found.orElseThrow(
                () -> ProblemException.invalid("identityNumber", number.masked(), "没有查到此人的参保登记，或姓名与登记不符；请核对证件号码和姓名"));
    }

    private static List<Violation> found(Violations violations) {
        List<Violation> found = new ArrayList<>();
        try {
            violations.throwIfAny();
        } catch (ProblemException wrong) {
            found.addAll(wrong.violations());
        }
        return List.copyOf(found);
    }
}
