package org.yiban.backpay.calculator;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yiban.access.Access;
import org.yiban.audit.AuditAction;
import org.yiban.audit.AuditTrail;
import org.yiban.backpay.years.CompilingYears;
import org.yiban.backpay.years.RecordedBases;
import org.yiban.backpay.years.YearsQuestion;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.person.Enrolment;
import org.yiban.person.IdentityNumber;
import org.yiban.person.People;
import org.yiban.person.Person;
import org.yiban.person.Scheme;
import org.yiban.policy.known.KnownFact;
import org.yiban.region.RegionCode;

/** Somebody on record at the counter: only people and pools are read that the asker may see anyway. */
@Component
class AskedPerson {

    private static final String IDENTITY = "参保身份";

    private final People people;
    private final CompilingYears compiling;
    private final RecordedBases bases;
    private final Access access;
    private final AuditTrail audit;

    AskedPerson(People people, CompilingYears compiling, RecordedBases bases, Access access, AuditTrail audit) {
        this.people = people;
        this.compiling = compiling;
        this.bases = bases;
        this.access = access;
        this.audit = audit;
    }

    /**
     * Somebody who is or was enrolled in a pool of the asker's; that their record is read is recorded.
     *
     * @throws ProblemException INVALID_INPUT for what is no identity number; NOT_FOUND for everybody else
     */
    Person require(String identityNumber) {
        IdentityNumber number = IdentityNumber.parse("identityNumber", identityNumber);
        Person found = people.find(number)
                .filter(person -> !readable(person).isEmpty())
                .orElseThrow(() -> ProblemException.of(
                        ProblemKind.NOT_FOUND, "identityNumber", number.masked(), "没有找到；只能取您所在统筹区参保人的登记，其他人请填写月数"));
        audit.record(AuditAction.RECORD_READ, found.id(), null, "退休测算取缴费登记");
        return found;
    }

    /**
     * What a pool has on record of somebody: months, bases, and how they are insured there, as facts with their sources.
     *
     * @throws ProblemException INVALID_INPUT naming {@code pools} where the asker cannot read the pool's record of the person
     */
    List<KnownFact> onRecord(Person person, RegionCode pool, LocalDate retirementAgeOn, LocalDate quotedOn) {
        if (!readable(person).contains(pool)) {
            throw ProblemException.invalid(
                    "pools", pool.value(), "这位参保人在这个统筹区没有登记，或您看不到；按登记测算请只选有登记的统筹区，比较其他统筹区请不填证件号码，填写月数");
        }
        YearMonth reached = YearMonth.from(retirementAgeOn);
        YearMonth quoted = YearMonth.from(quotedOn);
        List<KnownFact> facts = new ArrayList<>(compiling
                .compile(new YearsQuestion(person.id(), pool, retirementAgeOn, quoted, quotedOn, List.of()))
                .facts()
                .all());
        facts.addAll(bases.of(person.id(), pool, reached, reached.isBefore(quoted) ? reached : quoted));
        people.openEnrolment(person.id(), pool, Scheme.EMPLOYEE)
                .map(Enrolment::identity)
                .ifPresent(identity ->
                        facts.add(new KnownFact("identity", IDENTITY, identity.name(), "参保登记", true, false, false)));
        return facts;
    }

    private Set<RegionCode> readable(Person person) {
        Set<RegionCode> pools = access.current().casePools();
        return people.enrolments(person.id()).stream()
                .map(Enrolment::pool)
                .filter(pools::contains)
                .collect(Collectors.toSet());
    }
}
