package org.yiban.backpay.years;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.yiban.kernel.Violations;
import org.yiban.person.Sex;
import org.yiban.policy.settings.AgencySettings;
import org.yiban.policy.settings.Setting;
import org.yiban.policy.settings.SettingShape;
import org.yiban.policy.settings.SettingTable;
import org.yiban.policy.settings.Settings;

/**
 * The ages at which an agency expects people to retire, and to begin to work: {@code processes/settings/retirement-ages.dmn}.
 * They keep out what was typed wrong; they are not the statutory ages.
 */
@AgencySettings
public class RetirementAges {

    private static final String YOUNGEST = "youngest";
    private static final String OLDEST = "oldest";
    private static final String WORKING_FROM = "workingFrom";
    private static final int MONTHS_A_YEAR = 12;
    private static final int LONGEST_LIFE = 120;

    private final SettingTable ages;

    RetirementAges(Settings settings) {
        ages = settings.table(SettingShape.of("retirement-ages")
                .asks("kind", names(RetirementKind.values()))
                .asks("sex", names(Sex.values()))
                .says(YOUNGEST, 1, LONGEST_LIFE)
                .says(OLDEST, 1, LONGEST_LIFE)
                .says(WORKING_FROM, 0, LONGEST_LIFE)
                .answeringAll());
        for (Setting row : ages.rows()) {
            if (row.figure(WORKING_FROM) > row.figure(YOUNGEST) || row.figure(YOUNGEST) > row.figure(OLDEST)) {
                throw ages.defect(row, "应有 workingFrom ≤ youngest ≤ oldest");
            }
        }
    }

    /**
     * Whether somebody may be expected to retire on a day.
     *
     * @param field the field in which the day was stated
     * @param violations gets what is wrong with it
     */
    public void check(
            String field,
            RetirementKind kind,
            Sex sex,
            LocalDate bornOn,
            LocalDate retirementAgeOn,
            Violations violations) {
        Setting row = ages.require(kind.name(), sex.name());
        int age = Period.between(bornOn, retirementAgeOn).getYears();
        if (age < row.figure(YOUNGEST) || age > row.figure(OLDEST)) {
            violations.add(
                    field,
                    retirementAgeOn.toString(),
                    "这一天%s，本机构受理%s（%s）的范围是 %d 至 %d 周岁；请核对日期、出生日期和退休的种类"
                            .formatted(
                                    retirementAgeOn.isBefore(bornOn) ? "还没有出生" : "是 " + age + " 周岁",
                                    kind.title(),
                                    sex == Sex.MALE ? "男" : "女",
                                    row.figure(YOUNGEST),
                                    row.figure(OLDEST)));
        }
    }

    /** The month from which somebody may have worked. */
    public YearMonth workingSince(LocalDate bornOn) {
        return YearMonth.from(bornOn.plusYears(workingFrom()));
    }

    /** How many months somebody may have worked up to a month, that month included. */
    public int workingMonths(LocalDate bornOn, YearMonth until) {
        return Math.max(0, Math.toIntExact(ChronoUnit.MONTHS.between(workingSince(bornOn), until)) + 1);
    }

    /** How many months the longest working life has. */
    public int longestWorkingLife() {
        int oldest =
                ages.rows().stream().mapToInt(row -> row.figure(OLDEST)).max().orElseThrow();
        return (oldest + 1 - workingFrom()) * MONTHS_A_YEAR;
    }

    private int workingFrom() {
        return ages.rows().stream()
                .mapToInt(row -> row.figure(WORKING_FROM))
                .min()
                .orElseThrow();
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toSet());
    }
}
