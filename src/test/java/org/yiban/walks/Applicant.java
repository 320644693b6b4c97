package org.yiban.walks;

import java.util.List;
import org.yiban.person.CsvFiles;
import org.yiban.person.FictitiousPerson;
import org.yiban.person.IdentityNumber;
import org.yiban.person.PeopleFiles;
import org.yiban.refund.RefundApplicants.Payer;

/** The kinds of people who ask for a payment back in the walks: where, why, and what their records say. */
enum Applicant {
    /** Changchun: joined an employer's scheme before benefits began, and asked before: the whole payment, at once. */
    JOINED("220100", "JOINED_EMPLOYEE_SCHEME", "2023-12-20") {
        @Override
        CsvFiles record(IdentityNumber number, String reference) {
            return joined(number, reference, "2023-12-01");
        }
    },
    /** Changchun: asked after benefits began; no document says what then (REFER). */
    JOINED_ASKED_LATE("220100", "JOINED_EMPLOYEE_SCHEME", "2024-01-10") {
        @Override
        CsvFiles record(IdentityNumber number, String reference) {
            return joined(number, reference, "2023-12-01");
        }
    },
    /** Changchun: joined after benefits began; refused, unless an objection shows that it was before. */
    JOINED_LATE("220100", "JOINED_EMPLOYEE_SCHEME", "2024-01-20") {
        @Override
        CsvFiles record(IdentityNumber number, String reference) {
            return joined(number, reference, "2024-01-08");
        }
    },
    /** Changchun: two payments for the same months, of which one may come back. */
    PAID_TWICE("220100", "DUPLICATE_PAYMENT", "2023-12-20") {
        @Override
        CsvFiles record(IdentityNumber number, String reference) {
            return resident(number, reference).payment(resident2024(number, reference + OTHER));
        }
    },
    /** Changchun: died, and the employer went on paying; the personal account covers a third of what is recovered. */
    DIED("220100", "DEATH_NOT_DEREGISTERED", "2023-01-10") {
        @Override
        CsvFiles record(IdentityNumber number, String reference) {
            return died(number, reference, "220100", "10.00");
        }
    },
    /** Changchun: the same, and the account is empty. */
    DIED_POOR("220100", "DEATH_NOT_DEREGISTERED", "2023-01-10") {
        @Override
        CsvFiles record(IdentityNumber number, String reference) {
            return died(number, reference, "220100", "0.00");
        }
    },
    /** Tieling, where neither treasury nor tax bureau is connected: in prison, with an account to recover from. */
    IN_PRISON("211200", "IMPRISONMENT", "2025-08-01") {
        @Override
        CsvFiles record(IdentityNumber number, String reference) {
            return new CsvFiles()
                    .person(number, NAME)
                    .enrolment(number.value() + ",211200,EMPLOYEE,FLEXIBLE,2012-01-01,,", "", "2012-01-01")
                    .months(number.value() + ",211200,EMPLOYEE,2012-01,2025-07,PAID,,4200")
                    .payment(reference + "," + number.value()
                            + ",211200,EMPLOYEE,FLEXIBLE,2025-01-03,2025-01,2025-07,3600.00,,490.00,,,,2025-01-01")
                    .account(number.value() + ",211200,150.00,2026-01-31");
        }
    },
    /** Tieling: two payments for the same months. */
    PAID_TWICE_BY_HAND("211200", "DUPLICATE_PAYMENT", "2025-12-10") {
        @Override
        CsvFiles record(IdentityNumber number, String reference) {
            return new CsvFiles()
                    .person(number, NAME)
                    .enrolment(number.value() + ",211200,RESIDENT,RESIDENT,2017-01-01,,")
                    .months(number.value() + ",211200,RESIDENT,2017-01,2026-12,PAID,,")
                    .payment(resident2026(number, "211200", reference))
                    .payment(resident2026(number, "211200", reference + OTHER));
        }
    },
    /** Liaocheng: no document says anything (REFER); with a treasury. */
    NO_RULE("371500", "JOINED_EMPLOYEE_SCHEME", "2026-01-12") {
        @Override
        CsvFiles record(IdentityNumber number, String reference) {
            return new CsvFiles()
                    .person(number, NAME)
                    .enrolment(number.value() + ",371500,RESIDENT,RESIDENT,2018-01-01,,")
                    .enrolment(number.value() + ",371500,EMPLOYEE,EMPLOYER,2025-12-15,,", "", "2025-12-15")
                    .payment(resident2026(number, "371500", reference));
        }
    };

    /** What the reference of somebody's other payment ends in. */
    private static final String OTHER = "-2";

    private static final String NAME = "虚构·张测试";

    private final String pool;
    private final String reason;
    private final String requestedOn;

    Applicant(String pool, String reason, String requestedOn) {
        this.pool = pool;
        this.reason = reason;
        this.requestedOn = requestedOn;
    }

    /** What is on record of somebody of this kind. */
    abstract CsvFiles record(IdentityNumber number, String reference);

    String pool() {
        return pool;
    }

    String reason() {
        return reason;
    }

    String requestedOn() {
        return requestedOn;
    }

    /** Somebody new of this kind, each of whose payments may be asked for. */
    Newcomer newcomer(String reference) {
        IdentityNumber number = FictitiousPerson.man();
        Payer first = new Payer(number.value(), NAME, reference);
        boolean twice = this == PAID_TWICE || this == PAID_TWICE_BY_HAND;
        return new Newcomer(
                record(number, reference).build(),
                twice ? List.of(first, new Payer(number.value(), NAME, reference + OTHER)) : List.of(first));
    }

    private static CsvFiles joined(IdentityNumber number, String reference, String joinedOn) {
        return resident(number, reference)
                .enrolment(number.value() + ",220100,EMPLOYEE,EMPLOYER," + joinedOn + ",,", "", joinedOn);
    }

    private static CsvFiles resident(IdentityNumber number, String reference) {
        return new CsvFiles()
                .person(number, NAME)
                .enrolment(number.value() + ",220100,RESIDENT,RESIDENT,2018-01-01,,")
                .payment(resident2024(number, reference));
    }

    private static String resident2024(IdentityNumber number, String reference) {
        return reference + "," + number.value()
                + ",220100,RESIDENT,RESIDENT,2023-11-15,2024-01,2024-12,380.00,,,2024,,,2024-01-01";
    }

    private static String resident2026(IdentityNumber number, String pool, String reference) {
        return reference + "," + number.value() + "," + pool
                + ",RESIDENT,RESIDENT,2025-12-02,2026-01,2026-12,400.00,,,2026,,,2026-01-01";
    }

    private static CsvFiles died(IdentityNumber number, String reference, String pool, String balance) {
        return new CsvFiles()
                .person(number.value() + "," + NAME + ",,,2022-11-05,")
                .employee(number, pool, "2015-01-01")
                .payment(reference + "," + number.value() + "," + pool
                        + ",EMPLOYEE,EMPLOYER,2022-11-05,2022-11,2022-12,200.00,,60.00,,,,2022-11-01")
                .account(number.value() + "," + pool + "," + balance + ",2022-12-31");
    }

    /**
     * Somebody who is not on record yet.
     *
     * @param payers the person with each of their payments
     */
    record Newcomer(PeopleFiles files, List<Payer> payers) {}
}
