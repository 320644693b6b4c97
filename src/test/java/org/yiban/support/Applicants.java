package org.yiban.support;

import java.time.LocalDate;
import java.time.YearMonth;
import org.springframework.stereotype.Component;
import org.yiban.person.CsvFiles;
import org.yiban.person.FictitiousPerson;
import org.yiban.person.IdentityNumber;
import org.yiban.person.People;
import org.yiban.person.PeopleImport;
import org.yiban.region.RegionCode;

/** Fictitious insured people, put on record as a test needs them. */
@Component
public class Applicants {

    private final PeopleImport peopleImport;
    private final People people;

    Applicants(PeopleImport peopleImport, People people) {
        this.peopleImport = peopleImport;
        this.people = people;
    }

    /** An employee of the pool with a few paid months. */
    public Applicant employedIn(RegionCode pool) {
        return employedIn(pool, YearMonth.of(2025, 1), YearMonth.of(2025, 12));
    }

    /** An employee of the pool who paid from month to month, both included. */
    public Applicant employedIn(RegionCode pool, YearMonth from, YearMonth to) {
        IdentityNumber number = FictitiousPerson.man();
        CsvFiles files = new CsvFiles()
                .person(number, "虚构·张测试")
                .employee(number, pool.value(), from.atDay(1).toString())
                .paid(number, pool.value(), from.toString(), to.toString());
        return load(number, files);
    }

    /** An employee of one pool who also has months, and an ended relation, in another. */
    public Applicant employedInBoth(
            RegionCode pool,
            YearMonth from,
            YearMonth to,
            RegionCode other,
            YearMonth otherFrom,
            YearMonth otherTo,
            LocalDate otherUntil) {
        IdentityNumber number = FictitiousPerson.man();
        CsvFiles files = new CsvFiles()
                .person(number, "虚构·张测试")
                .employee(number, pool.value(), from.atDay(1).toString())
                .paid(number, pool.value(), from.toString(), to.toString())
                .enrolment(number.value() + "," + other.value() + ",EMPLOYEE,EMPLOYER," + otherFrom.atDay(1) + ","
                        + otherUntil + ",单位减员")
                .paid(number, other.value(), otherFrom.toString(), otherTo.toString());
        return load(number, files);
    }

    /** A person whose only relation is to begin on a day. */
    public Applicant employedFrom(RegionCode pool, LocalDate from) {
        IdentityNumber number = FictitiousPerson.man();
        return load(number, new CsvFiles().person(number, "虚构·张测试").employee(number, pool.value(), from.toString()));
    }

    /** Puts further paid months on an applicant's record. */
    public void pay(Applicant applicant, RegionCode pool, YearMonth from, YearMonth to) {
        IdentityNumber number = IdentityNumber.parse("identityNumber", applicant.identityNumber());
        load(
                number,
                new CsvFiles()
                        .person(number, applicant.name())
                        .paid(number, pool.value(), from.toString(), to.toString()));
    }

    /** Puts months that count as paid, and the ended relation they belong to, on an applicant's record. */
    public void deem(Applicant applicant, RegionCode pool, YearMonth from, YearMonth to) {
        IdentityNumber number = IdentityNumber.parse("identityNumber", applicant.identityNumber());
        load(
                number,
                new CsvFiles()
                        .person(number, applicant.name())
                        .enrolment(number.value() + "," + pool + ",EMPLOYEE,EMPLOYER," + from.atDay(1) + ","
                                + to.atEndOfMonth() + ",单位减员")
                        .months(number.value() + "," + pool + ",EMPLOYEE," + from + "," + to + ",DEEMED,,"));
    }

    private Applicant load(IdentityNumber number, CsvFiles files) {
        peopleImport.load(files.build(), "test", pool -> true);
        return new Applicant(people.find(number).orElseThrow().id(), number.value(), "虚构·张测试");
    }

    /** A person as an applicant states who they are. */
    public record Applicant(long id, String identityNumber, String name) {}
}
