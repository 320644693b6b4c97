package org.yiban.policy.tables;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.yiban.kernel.Days;
import org.yiban.policy.tables.Domain.Literals;

/** What the differential tests try: values that cells name and their neighbours, and values that nobody expects. */
final class DifferentialValues {

    /** How often each cell and each table is tried; more than the suite has time for with a system property. */
    static final int TRIES = Integer.getInteger("yiban.differential.tries", 8);

    /** Of all kinds, also such as no fact has. */
    static final List<Object> ODD = Arrays.asList(
            null,
            "",
            " ",
            "X",
            "\"",
            "true",
            "null",
            "2022-04-01",
            "2022-02-30",
            "12",
            true,
            false,
            0,
            1,
            -1,
            12,
            Integer.MAX_VALUE,
            12L,
            Long.MIN_VALUE,
            (short) 3,
            (byte) 3,
            1.0,
            0.07,
            2.5f,
            Double.NaN,
            new BigDecimal("12.00"),
            new BigDecimal("0.070"),
            new BigDecimal("1E+3"),
            new BigDecimal("0.1234567890123456789012345678901234567"),
            new BigDecimal("12345678901234567890.12"),
            BigInteger.TEN,
            LocalDate.of(2022, 4, 1),
            LocalDate.of(9999, 12, 31),
            LocalDate.of(-1, 1, 1),
            LocalDateTime.of(2022, 4, 1, 0, 0),
            new Date(0),
            List.of(),
            List.of("X"),
            List.of(1, 2),
            'X');

    private static final int NEAR_DAYS = 3;
    private static final int FAR_DAYS = 4000;
    private static final int LARGE = 1500;

    private final Random random = new Random(20220401);

    /** Values about what cells name, as facts have them. */
    List<Object> near(Set<String> tests, int count) {
        List<Object> named = new ArrayList<>(Literals.texts(tests));
        Literals.dates(tests).stream().map(Days::parse).filter(Objects::nonNull).forEach(named::add);
        Literals.numbers(tests).forEach(number -> named.add(new BigDecimal(number)));
        named.add(LocalDate.of(2022, 1, 1));
        Set<Object> values = new LinkedHashSet<>(named);
        values.addAll(List.of(true, false));
        for (int i = 0; i < count; i++) {
            values.add(near(named.get(random.nextInt(named.size()))));
        }
        return new ArrayList<>(values);
    }

    /** As many odd values as there are tries. */
    List<Object> oddOnes() {
        List<Object> ones = new ArrayList<>(ODD);
        Collections.shuffle(ones, random);
        return ones.subList(0, Math.min(TRIES, ones.size()));
    }

    <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Once in so many times. */
    boolean seldom(int times) {
        return random.nextInt(times) == 0;
    }

    private Object near(Object value) {
        if (value instanceof LocalDate day) {
            int most = random.nextBoolean() ? NEAR_DAYS : FAR_DAYS;
            return day.plusDays(random.nextInt(2 * most + 1) - most);
        }
        if (value instanceof BigDecimal number) {
            return switch (random.nextInt(4)) {
                case 0 -> number.intValue() + random.nextInt(5) - 2;
                case 1 -> random.nextInt(LARGE);
                case 2 -> number.add(new BigDecimal("0.01"));
                default -> number.subtract(new BigDecimal("0.0001"));
            };
        }
        return value + "_";
    }
}
