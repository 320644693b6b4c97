package org.yiban.refund;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.yiban.person.CsvFiles;
import org.yiban.person.FictitiousPerson;
import org.yiban.person.IdentityNumber;
import org.yiban.person.PeopleImport;

/** Fictitious people who want a payment back, put on record as a test needs them. */
@Component
@Lazy
public class RefundApplicants {

    public static final String CHANGCHUN = "220100";
    public static final String TIELING = "211200";
    private static final String NAME = "虚构·张测试";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final PeopleImport peopleImport;

    RefundApplicants(PeopleImport peopleImport) {
        this.peopleImport = peopleImport;
    }

    /** A resident of Changchun who paid 380 yuan for 2024 in November 2023, and joined an employer's scheme on a day. */
    public Payer residentWhoJoined(String joinedOn) {
        IdentityNumber number = FictitiousPerson.man();
        String reference = reference();
        return load(
                number,
                reference,
                resident(number, reference)
                        .enrolment(number.value() + ",220100,EMPLOYEE,EMPLOYER," + joinedOn + ",,", "", joinedOn));
    }

    /** A resident of Changchun who paid for 2024 twice; the reference is that of the second payment. */
    public Payer residentWhoPaidTwice() {
        IdentityNumber number = FictitiousPerson.man();
        String second = reference();
        return load(number, second, resident(number, second).payment(residentPayment(number, reference())));
    }

    /** An employee of Changchun who died on a day; the employer paid 100 yuan a month for the months after all. */
    public Payer employeeWhoDied(String diedOn, String paidFrom, String paidTo, String credited, String balance) {
        IdentityNumber number = FictitiousPerson.man();
        String reference = reference();
        int months = Integer.parseInt(paidTo.substring(5)) - Integer.parseInt(paidFrom.substring(5)) + 1;
        CsvFiles files = new CsvFiles()
                .person(number.value() + "," + NAME + ",,," + diedOn + ",")
                .employee(number, "220100", "2015-01-01")
                .payment(String.join(
                        ",",
                        reference,
                        number.value(),
                        "220100,EMPLOYEE,EMPLOYER",
                        paidFrom + "-05",
                        paidFrom,
                        paidTo,
                        months + "00.00",
                        "",
                        credited,
                        ",,",
                        paidFrom + "-01"))
                .account(number.value() + ",220100," + balance + ",2022-12-31");
        return load(number, reference, files);
    }

    /** A resident of Changchun for whom no document says anything, because the reason is another one. */
    public Payer resident() {
        IdentityNumber number = FictitiousPerson.man();
        String reference = reference();
        return load(number, reference, resident(number, reference));
    }

    private static CsvFiles resident(IdentityNumber number, String reference) {
        return new CsvFiles()
                .person(number, NAME)
                .enrolment(number.value() + ",220100,RESIDENT,RESIDENT,2018-01-01,,")
                .payment(residentPayment(number, reference));
    }

    private static String residentPayment(IdentityNumber number, String reference) {
        return reference + "," + number.value()
                + ",220100,RESIDENT,RESIDENT,2023-11-15,2024-01,2024-12,380.00,,,2024,,,2024-01-01";
    }

    private static String reference() {
        return "TEST-%d-%06d".formatted(ProcessHandle.current().pid(), NEXT.incrementAndGet());
    }

    private Payer load(IdentityNumber number, String reference, CsvFiles files) {
        peopleImport.load(files.build(), "test", pool -> true);
        return new Payer(number.value(), NAME, reference);
    }

    /** A person and the payment they want back. */
    public record Payer(String identityNumber, String name, String reference) {}
}
