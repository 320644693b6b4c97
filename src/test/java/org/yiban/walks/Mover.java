package org.yiban.walks;

import java.time.YearMonth;
import org.yiban.person.CsvFiles;
import org.yiban.person.FictitiousPerson;
import org.yiban.person.IdentityNumber;
import org.yiban.person.PeopleFiles;

/** The kinds of people who move in the walks: from where to where, and what their records say. */
enum Mover {
    /** Without a gap, with a personal account. */
    SEAMLESS("371500", "370800", "2025-12", "2026-01", "1234.56"),
    /** A month between, which may be paid. */
    GAP("370800", "371500", "2025-11", "2026-01", "860.40"),
    /** Five months between. */
    LONG_GAP("370800", "371500", "2025-07", "2026-01", "0.00"),
    /** Into Tieling, from another province. */
    ACROSS_PROVINCES("220100", "211200", "2025-10", "2026-01", null),
    /** Has paid in both since July 2025, and is enrolled in both. */
    TWICE("370800", "371500", null, "2025-07", null),
    /** From a pool elsewhere, of which nothing is on record. */
    FROM_ELSEWHERE("370200", "371500", null, null, null);

    private static final String NAME = "虚构·迁移";

    private final String from;
    private final String to;
    private final String lastThere;
    private final String firstHere;
    private final String balance;

    /**
     * @param lastThere last month on the transfer-out side; {@code null} if the relation there stands
     * @param firstHere first month on the transfer-in side; {@code null} if there is none
     * @param balance of the personal account there; {@code null} without one
     */
    Mover(String from, String to, String lastThere, String firstHere, String balance) {
        this.from = from;
        this.to = to;
        this.lastThere = lastThere;
        this.firstHere = firstHere;
        this.balance = balance;
    }

    String from() {
        return from;
    }

    String to() {
        return to;
    }

    /** Somebody new of this kind. */
    Person newcomer() {
        IdentityNumber number = FictitiousPerson.man();
        return new Person(number, NAME, this == FROM_ELSEWHERE ? null : record(number));
    }

    private PeopleFiles record(IdentityNumber number) {
        String id = number.value();
        String until =
                lastThere == null ? ",," : "," + YearMonth.parse(lastThere).atEndOfMonth() + ",单位减员";
        CsvFiles files = new CsvFiles()
                .person(number, NAME)
                .enrolment(id + "," + from + ",EMPLOYEE,EMPLOYER,2023-01-01" + until)
                .employee(number, to, firstHere + "-01")
                .paid(number, from, "2023-01", lastThere == null ? "2025-12" : lastThere)
                .paid(number, to, firstHere, "2026-01");
        return (balance == null ? files : files.account(id + "," + from + "," + balance + ",2026-01-31")).build();
    }

    /**
     * Somebody who moves.
     *
     * @param files what is put on record first; {@code null} for nothing
     */
    record Person(IdentityNumber number, String name, PeopleFiles files) {}
}
