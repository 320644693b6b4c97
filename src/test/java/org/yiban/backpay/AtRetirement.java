package org.yiban.backpay;

import java.time.LocalDate;
import java.time.YearMonth;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.yiban.kernel.BusinessTime;
import org.yiban.person.CsvFiles;
import org.yiban.person.FictitiousPerson;
import org.yiban.person.IdentityNumber;
import org.yiban.person.People;
import org.yiban.person.PeopleImport;
import org.yiban.person.Sex;

/** Fictitious people at the age of retirement, put on record as a test needs them. */
@Component
@Lazy
public class AtRetirement {

    public static final String CHANGCHUN = "220100";
    public static final String LIAOCHENG = "371500";
    private static final String JINING = "370800";
    static final LocalDate TODAY = LocalDate.now(BusinessTime.ZONE);
    private static final String NAME = "虚构·迟暮";

    private final PeopleImport peopleImport;
    private final People people;

    AtRetirement(PeopleImport peopleImport, People people) {
        this.peopleImport = peopleImport;
        this.people = people;
    }

    /** A man of Changchun who turned sixty a few days ago, with so many months paid until last month. */
    public Retiring inChangchun(String identity, int paid) {
        return inChangchun(identity, paid, TODAY.minusDays(5));
    }

    /** The same, who reaches the age on another day. */
    public Retiring inChangchun(String identity, int paid, LocalDate reached) {
        IdentityNumber number = born(reached);
        YearMonth last = YearMonth.from(TODAY).minusMonths(1);
        return load(
                number,
                CHANGCHUN,
                reached,
                new CsvFiles()
                        .person(number, NAME)
                        .enrolment(number.value() + ",220100,EMPLOYEE," + identity + ",1990-01-01,,")
                        .paid(number, CHANGCHUN, last.minusMonths(paid - 1).toString(), last.toString())
                        .account(number.value() + ",220100,100.00,2026-01-31"));
    }

    /** The same, whose last month was paid in the city of Jilin, on a base of 9000. */
    public Retiring movedToChangchun(String identity, int paid) {
        LocalDate reached = TODAY.minusDays(5);
        IdentityNumber number = born(reached);
        YearMonth last = YearMonth.from(TODAY).minusMonths(1);
        return load(
                number,
                CHANGCHUN,
                reached,
                new CsvFiles()
                        .person(number, NAME)
                        .enrolment(number.value() + ",220100,EMPLOYEE," + identity + ",1990-01-01,,")
                        .paid(
                                number,
                                CHANGCHUN,
                                last.minusMonths(paid - 1).toString(),
                                last.minusMonths(1).toString())
                        .months(number.value() + ",220100,EMPLOYEE," + last + "," + last + ",PAID,220200,9000"));
    }

    /** A man of Jining who turned sixty a few days ago, with so many months paid there until last month. */
    public Retiring inJining(int paid) {
        LocalDate reached = TODAY.minusDays(5);
        IdentityNumber number = born(reached);
        YearMonth last = YearMonth.from(TODAY).minusMonths(1);
        return load(
                number,
                JINING,
                reached,
                new CsvFiles()
                        .person(number, NAME)
                        .employee(number, JINING, "1990-01-01")
                        .paid(number, JINING, last.minusMonths(paid - 1).toString(), last.toString()));
    }

    /** The man of Liaocheng: 264 months paid without a break since January 2004, 35 deemed, sixty in December 2025. */
    public Retiring inLiaocheng() {
        LocalDate reached = LocalDate.of(2025, 12, 15);
        IdentityNumber number = born(reached);
        return load(
                number,
                LIAOCHENG,
                reached,
                new CsvFiles()
                        .person(number, NAME)
                        .employee(number, LIAOCHENG, "2004-01-01")
                        .months(number.value() + ",371500,EMPLOYEE,1997-01,1999-11,DEEMED,,")
                        .paid(number, LIAOCHENG, "2004-01", "2025-12"));
    }

    /** A man of Liaocheng who turned sixty in 2026 with less than ten years paid in the province, but enough deemed. */
    public Retiring whomNoDocumentKnows() {
        LocalDate reached = LocalDate.of(2026, 6, 15);
        IdentityNumber number = born(reached);
        return load(
                number,
                LIAOCHENG,
                reached,
                new CsvFiles()
                        .person(number, NAME)
                        .employee(number, LIAOCHENG, "2018-01-01")
                        .months(number.value() + ",371500,EMPLOYEE,1983-01,2007-12,DEEMED,,")
                        .paid(number, LIAOCHENG, "2018-01", "2026-05"));
    }

    private static IdentityNumber born(LocalDate reached) {
        return FictitiousPerson.bornOn(reached.minusYears(60), Sex.MALE);
    }

    private Retiring load(IdentityNumber number, String pool, LocalDate reached, CsvFiles files) {
        peopleImport.load(files.build(), "test", known -> true);
        return new Retiring(
                number.value(), NAME, people.find(number).orElseThrow().id(), pool, reached);
    }

    /** The record learns that somebody has died. */
    public void dies(Retiring retiring, LocalDate on) {
        boolean retired = people.require(retiring.personId()).retiredInsured();
        peopleImport.load(
                new CsvFiles()
                        .person(retiring.identityNumber() + "," + retiring.name() + ",,," + on + "," + retired)
                        .build(),
                "test",
                known -> true);
    }

    /** Somebody at the age of retirement. */
    public record Retiring(String identityNumber, String name, long personId, String pool, LocalDate reached) {}
}
