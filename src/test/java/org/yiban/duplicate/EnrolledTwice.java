package org.yiban.duplicate;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.yiban.person.CsvFiles;
import org.yiban.person.FictitiousPerson;
import org.yiban.person.IdentityNumber;
import org.yiban.person.People;
import org.yiban.person.PeopleImport;

/** Fictitious people whose relations stand twice, put on record as a test needs them. */
@Component
@Lazy
public class EnrolledTwice {

    public static final String CHANGCHUN = "220100";
    public static final String TIELING = "211200";
    public static final String LIAOCHENG = "371500";
    private static final String NAME = "虚构·双重";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final PeopleImport peopleImport;
    private final People people;

    EnrolledTwice(PeopleImport peopleImport, People people) {
        this.peopleImport = peopleImport;
        this.people = people;
    }

    /** Of Changchun: a resident since 2012, an employer's employee since March 2024. */
    public Twice inBothSchemes() {
        return inBothSchemes("2024-03");
    }

    /** The same, an employee since another month; paid until January 2026. */
    public Twice inBothSchemes(String employeeSince) {
        IdentityNumber number = FictitiousPerson.man();
        return load(
                number,
                new CsvFiles()
                        .person(number, NAME)
                        .enrolment(number.value() + ",220100,RESIDENT,RESIDENT,2012-01-01,,")
                        .enrolment(number.value() + ",220100,EMPLOYEE,EMPLOYER," + employeeSince + "-01,,")
                        .paid(number, CHANGCHUN, employeeSince, "2026-01"));
    }

    /** An employee of Changchun since 2010 and of Tieling since July 2025, paid for in both for half a year. */
    public Twice employeeInTwoPools() {
        IdentityNumber number = FictitiousPerson.man();
        return load(
                number,
                new CsvFiles()
                        .person(number, NAME)
                        .employee(number, CHANGCHUN, "2010-05-01")
                        .employee(number, TIELING, "2025-07-01")
                        .paid(number, CHANGCHUN, "2010-05", "2025-12")
                        .paid(number, TIELING, "2025-07", "2025-12")
                        .payment(payment(number, CHANGCHUN))
                        .payment(payment(number, TIELING)));
    }

    /** A resident of Tieling and, for eight months, an employee of Changchun. */
    public Twice residentAndEmployeeForEightMonths() {
        IdentityNumber number = FictitiousPerson.man();
        return load(
                number,
                new CsvFiles()
                        .person(number, NAME)
                        .enrolment(number.value() + ",211200,RESIDENT,RESIDENT,2016-01-01,,")
                        .employee(number, CHANGCHUN, "2025-06-01")
                        .paid(number, CHANGCHUN, "2025-06", "2026-01"));
    }

    /** An employee of Tieling alone, as far as our record goes. */
    public Twice employeeOfTieling() {
        IdentityNumber number = FictitiousPerson.man();
        return load(number, new CsvFiles().person(number, NAME).employee(number, TIELING, "2025-07-01"));
    }

    private static String payment(IdentityNumber number, String pool) {
        return String.join(
                ",",
                "TWICE-%d-%06d".formatted(ProcessHandle.current().pid(), NEXT.incrementAndGet()),
                number.value(),
                pool,
                "EMPLOYEE,EMPLOYER,2025-12-10,2025-07,2025-12,600.00,,180.00,,,,2025-07-01");
    }

    private Twice load(IdentityNumber number, CsvFiles files) {
        peopleImport.load(files.build(), "test", pool -> true);
        return new Twice(number.value(), NAME, people.find(number).orElseThrow().id());
    }

    /** Somebody whose relations stand twice. */
    public record Twice(String identityNumber, String name, long personId) {}
}
