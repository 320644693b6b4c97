package org.yiban.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.yiban.person.CsvFiles;
import org.yiban.person.FictitiousPerson;
import org.yiban.person.IdentityNumber;
import org.yiban.person.PeopleImport;

/** Residents of 长春 who paid twice for 2024, and the file that asks for the second payment back. Fictitious throughout. */
final class DuplicatePayments {

    static final String POOL = "220100";
    private static final int AT_A_TIME = 5000;
    private static final String HEADER = "姓名,证件号码,缴费凭证号,退费事由,申请日期,收款人身份,户名,银行账号,开户行行号\r\n";

    private final PeopleImport peopleImport;
    private final List<String> numbers = new ArrayList<>();

    DuplicatePayments(PeopleImport peopleImport) {
        this.peopleImport = peopleImport;
    }

    /** Puts so many more people on record and returns the file about them. */
    byte[] file(int rows) {
        StringBuilder file = new StringBuilder(HEADER);
        for (int done = 0; done < rows; done += AT_A_TIME) {
            CsvFiles people = new CsvFiles();
            for (int i = 0; i < Math.min(AT_A_TIME, rows - done); i++) {
                String row = add(people);
                file.append(row).append("\r\n");
            }
            peopleImport.load(people.build(), "benchmark", any -> true);
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String add(CsvFiles people) {
        IdentityNumber number = FictitiousPerson.man();
        numbers.add(number.value());
        String name = "虚构·量测";
        String first = "L%07dA".formatted(numbers.size());
        String second = "L%07dB".formatted(numbers.size());
        people.person(number, name)
                .enrolment(number.value() + "," + POOL + ",RESIDENT,RESIDENT,2024-01-01,,", "", "2024-01-01")
                .payment(payment(first, number, "2023-10-20"))
                .payment(payment(second, number, "2023-12-10"));
        return String.join(
                ",",
                name,
                number.value(),
                second,
                "重复缴费",
                "2023-12-20",
                "参保人本人",
                name,
                "6222020000000000000",
                "102100099996");
    }

    private static String payment(String reference, IdentityNumber number, String paidOn) {
        return "%s,%s,%s,RESIDENT,RESIDENT,%s,2024-01,2024-12,380.00,,,2024,,,2024-01-01"
                .formatted(reference, number.value(), POOL, paidOn);
    }
}
