package org.yiban.cockpit;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yiban.access.Access;
import org.yiban.casework.CaseFile;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.kernel.Violations;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;

/** Whose cases are seen: those of the pools in which the person who asks has a role that sees cases. */
@Component
public class CaseScope {

    private final Access access;
    private final Cases cases;
    private final Regions regions;

    CaseScope(Access access, Cases cases, Regions regions) {
        this.access = access;
        this.cases = cases;
        this.regions = regions;
    }

    /** All pools of the person, in order; none for somebody whose roles see no case. */
    public Set<RegionCode> pools() {
        return new TreeSet<>(access.current().casePools());
    }

    /** The name of a pool for people to read; its code where none is on record. */
    public String name(RegionCode pool) {
        return regions.find(pool).isPresent() ? regions.fullName(pool) : pool.value();
    }

    /** The pool that was asked for, or all of the person's; a pool that is not theirs is a violation. */
    public Set<RegionCode> pools(String pool, Violations violations) {
        Set<RegionCode> own = pools();
        if (pool == null || pool.isBlank()) {
            return own;
        }
        Set<RegionCode> asked = own.stream()
                .filter(code -> code.value().equals(pool.strip()))
                .collect(Collectors.toCollection(TreeSet::new));
        if (asked.isEmpty()) {
            String known =
                    own.stream().map(code -> code + "（" + name(code) + "）").collect(Collectors.joining("、"));
            violations.add("pool", pool, own.isEmpty() ? "您没有查看案件的统筹区" : "应为您查看案件的统筹区之一：" + known);
        }
        return asked;
    }

    /**
     * A case of the person's pools.
     *
     * @throws ProblemException NOT_FOUND if there is none, or it is another pool's
     */
    public CaseFile require(CaseNumber number) {
        return cases.requireIn(access.current().casePools(), number);
    }

    /**
     * An open case of the person's pools, held until the transaction ends.
     *
     * @throws ProblemException NOT_FOUND as {@link #require}, CONFLICT if it is closed
     */
    public CaseFile requireOpen(CaseNumber number) {
        require(number);
        cases.lock(number);
        CaseFile file = cases.require(number);
        if (file.state() != CaseState.OPEN) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT,
                    "caseNumber",
                    number.value(),
                    "案件" + file.state().title() + "，时限不再变动");
        }
        return file;
    }

    /** One of several names; {@code null} if nothing is asked; another one is a violation that lists them. */
    public static <E extends Enum<E>> E oneOf(Class<E> type, String field, String value, Violations violations) {
        if (value == null || value.isBlank()) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(known -> known.name().equals(value.strip()))
                .findFirst()
                .orElseGet(() -> {
                    violations.add(
                            field,
                            value,
                            "应为 "
                                    + Arrays.stream(type.getEnumConstants())
                                            .map(Enum::name)
                                            .collect(Collectors.joining(" / ")));
                    return null;
                });
    }

    /** A whole number within bounds, both allowed, or the usual one if nothing is asked; anything else is a violation. */
    public static int number(String field, String value, int usual, int least, int most, Violations violations) {
        if (value == null || value.isBlank()) {
            return usual;
        }
        try {
            int number = Integer.parseInt(value.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told as any other number that is not allowed.
        }
        violations.add(field, value, "应为 %d 到 %d 的整数".formatted(least, most));
        return usual;
    }
}
