package org.yiban.person;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** People for tests: valid numbers of an area that does not exist (no province has the code 38), never twice the same. */
public final class FictitiousPerson {

    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(100_000));

    private FictitiousPerson() {}

    /** A fresh number of somebody with this birth date and sex. */
    public static IdentityNumber bornOn(LocalDate bornOn, Sex sex) {
        int next = NEXT.getAndIncrement();
        int sequence = next / 900 % 500 * 2 + (sex == Sex.MALE ? 1 : 0);
        String front =
                "388%03d%s%03d".formatted(100 + next % 900, bornOn.format(DateTimeFormatter.BASIC_ISO_DATE), sequence);
        return IdentityNumber.parse("identityNumber", front + CheckCharacters.mod112(front));
    }

    /** A man born on 1985-03-12. */
    public static IdentityNumber man() {
        return bornOn(LocalDate.of(1985, 3, 12), Sex.MALE);
    }

    /** A woman born on 1990-11-02. */
    public static IdentityNumber woman() {
        return bornOn(LocalDate.of(1990, 11, 2), Sex.FEMALE);
    }
}
