package org.yiban.person;

import java.nio.charset.StandardCharsets;

/** The three files of an import, written row by row. */
public final class CsvFiles {

    private final StringBuilder people = new StringBuilder("identityNumber,name,sex,bornOn,diedOn,retiredInsured\n");
    private final StringBuilder enrolments =
            new StringBuilder("identityNumber,pool,scheme,identity,from,until,endReason\n");
    private final StringBuilder months = new StringBuilder("identityNumber,pool,scheme,from,to,kind,paidIn,base\n");

    /** A person about whom the number says all. */
    public CsvFiles person(IdentityNumber number, String name) {
        return person(number.value() + "," + name + ",,,,");
    }

    public CsvFiles person(String row) {
        people.append(row).append('\n');
        return this;
    }

    /** An open enrolment as an employee. */
    public CsvFiles employee(IdentityNumber number, String pool, String from) {
        return enrolment(number.value() + "," + pool + ",EMPLOYEE,EMPLOYER," + from + ",,");
    }

    public CsvFiles enrolment(String row) {
        enrolments.append(row).append('\n');
        return this;
    }

    /** Months paid in the employee scheme of the pool itself. */
    public CsvFiles paid(IdentityNumber number, String pool, String from, String to) {
        return months(number.value() + "," + pool + ",EMPLOYEE," + from + "," + to + ",PAID,,5000");
    }

    public CsvFiles months(String row) {
        months.append(row).append('\n');
        return this;
    }

    public PeopleFiles build() {
        return new PeopleFiles(bytes(people), bytes(enrolments), bytes(months));
    }

    private static byte[] bytes(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
