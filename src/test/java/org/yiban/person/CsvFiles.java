package org.yiban.person;

import java.nio.charset.StandardCharsets;

/** The files of an import, written row by row. */
public final class CsvFiles {

    private final StringBuilder people = new StringBuilder("identityNumber,name,sex,bornOn,diedOn,retiredInsured\n");
    private final StringBuilder enrolments =
            new StringBuilder("identityNumber,pool,scheme,identity,from,until,endReason,waitingFrom,benefitFrom\n");
    private final StringBuilder months = new StringBuilder("identityNumber,pool,scheme,from,to,kind,paidIn,base\n");
    private final StringBuilder payments =
            new StringBuilder("reference,identityNumber,pool,scheme,identity,paidOn,from,to,personalAmount,"
                    + "subsidyAmount,accountCredited,coverageYear,lumpSum,waitingFrom,benefitFrom\n");
    private final StringBuilder accounts = new StringBuilder("identityNumber,pool,balance,asOf\n");

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

    /** An enrolment of whose benefits no day is known. */
    public CsvFiles enrolment(String row) {
        return enrolment(row, "", "");
    }

    /** An enrolment with the first day of its wait, or none, and of its benefits. */
    public CsvFiles enrolment(String row, String waitingFrom, String benefitFrom) {
        enrolments
                .append(row)
                .append(',')
                .append(waitingFrom)
                .append(',')
                .append(benefitFrom)
                .append('\n');
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

    public CsvFiles payment(String row) {
        payments.append(row).append('\n');
        return this;
    }

    public CsvFiles account(String row) {
        accounts.append(row).append('\n');
        return this;
    }

    public PeopleFiles build() {
        return new PeopleFiles(bytes(people), bytes(enrolments), bytes(months), bytes(payments), bytes(accounts));
    }

    private static byte[] bytes(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
