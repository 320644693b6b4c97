package org.yiban.duplicate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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
        return check(List.of(application)).get(0);
    }

    /** Checks one that is registered next; until the transaction ends nobody else registers one of the same person. */
    CheckedDuplicate checkLocked(DuplicateApplication application) {
        IdentityNumber number = read(application).number();
        if (number != null) {
            people.find(number).map(Person::id).ifPresent(records::lock);
        }
        return check(application);
    }

    /** Checks several, in their order; the record is asked three times in all. Does not compare them with each other. */
    public List<CheckedDuplicate> check(List<DuplicateApplication> applications) {
        List<ReadDuplicate> read = applications.stream().map(this::read).toList();
        Map<IdentityNumber, Person> found = people.find(read.stream()
                .map(ReadDuplicate::number)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Set<Long> ids = found.values().stream().map(Person::id).collect(Collectors.toSet());
        Map<Long, FindingRelations.Standing> standing = finding.standing(ids);
        Map<Long, List<DuplicateCase>> open = records.openOf(ids);
        return read.stream()
                .map(each -> check(each, found.get(each.number()), standing, open))
                .toList();
    }

    private ReadDuplicate read(DuplicateApplication application) {
        Violations violations = new Violations();
        IdentityNumber number =
                violations.collect(() -> IdentityNumber.parse("identityNumber", application.identityNumber()));
        String name = violations.collect(() -> FreeText.required("name", application.name()));
        RegionCode pool = violations.collect(() -> pool(application.pool()));
        LocalDate foundOn = violations.collect(() -> foundOn(application.foundOn()));
        Scheme scheme = violations.collect(() -> scheme("scheme", application.scheme()));
        RegionCode otherPool = violations.collect(() -> otherPool(application.otherPool()));
        Scheme otherScheme = violations.collect(() -> scheme("otherScheme", application.otherScheme()));
        FindingRelations.Stated other = new FindingRelations.Stated(otherPool, otherScheme, application.otherFrom());
        return new ReadDuplicate(number, name, pool, foundOn, scheme, other, violations);
    }

    private CheckedDuplicate check(
            ReadDuplicate read,
            Person found,
            Map<Long, FindingRelations.Standing> standing,
            Map<Long, List<DuplicateCase>> open) {
        Violations violations = read.wrong();
        if (read.number() != null
                && read.name() != null
                && (found == null || !found.name().equals(read.name()))) {
            violations.add("identityNumber", read.number().masked(), "没有查到此人的参保登记，或姓名与登记不符；请核对证件号码和姓名");
        }
        FindingRelations.Pair pair = !violations.isEmpty()
                ? null
                : violations.collect(() -> finding.stated(
                        standing.get(found.id()), read.pool(), read.foundOn(), read.scheme(), read.other()));
        if (pair != null) {
            open.getOrDefault(found.id(), List.of()).stream()
                    .filter(other -> other.clearsUp(pair.first(), pair.second()))
                    .findFirst()
                    .ifPresent(other ->
                            violations.add("identityNumber", read.number().masked(), taken(other, read.pool())));
        }
        List<Violation> wrong = found(violations);
        return wrong.isEmpty()
                ? new CheckedDuplicate(read.pool(), read.foundOn(), found, pair.first(), pair.second(), wrong)
                : new CheckedDuplicate(read.pool(), read.foundOn(), null, null, null, wrong);
    }

    /** Another pool's case has no number here. */
    private String taken(DuplicateCase open, RegionCode pool) {
        String by = open.pool().equals(pool) ? "案件 " + open.caseNumber() : regions.fullName(open.pool());
        return "这两个关系正由" + by + "清理，不用重复登记";
    }

    /** An application as it was read, without the record. */
    private record ReadDuplicate(
            IdentityNumber number,
            String name,
            RegionCode pool,
            LocalDate foundOn,
            Scheme scheme,
            FindingRelations.Stated other,
            Violations wrong) {}

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
