package org.yiban.backpay.calculator;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yiban.backpay.years.RetirementAges;
import org.yiban.backpay.years.RetirementKind;
import org.yiban.kernel.Days;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violations;
import org.yiban.kernel.Written;
import org.yiban.person.Person;
import org.yiban.person.Sex;

/** Keeps out ages at which nobody retires, and months that nobody can have worked, as far as the birth is known. */
@Component
class CheckingLives {

    private static final String BORN_ON = "bornOn";
    private static final String ACTUAL_MONTHS = "actualMonths";

    private final RetirementAges ages;

    CheckingLives(RetirementAges ages) {
        this.ages = ages;
    }

    /**
     * @param person on record; {@code null} if all was stated
     * @param stated the facts
     * @param violations gets what is wrong
     */
    void check(
            CalculationRequest request,
            Person person,
            Map<String, String> stated,
            LocalDate quotedOn,
            Violations violations) {
        LocalDate bornOn = person == null ? request.bornOn() : person.bornOn();
        if (person != null && request.bornOn() != null && !request.bornOn().equals(bornOn)) {
            violations.add(BORN_ON, request.bornOn().toString(), "与登记的出生日期（" + bornOn + "）不同；填了证件号码的不用填");
        }
        RetirementKind kind = violations.collect(() -> kind(request.retirementKind()));
        Sex sex = person == null ? sex(stated.get("sex")) : person.sex();
        LocalDate reached = day(stated.get("retirementAgeOn"));
        if (bornOn != null && kind != null && sex != null && reached != null) {
            ages.check("retirementAgeOn", kind, sex, bornOn, reached, violations);
        }
        if (bornOn != null) {
            checkMonths(stated, bornOn, quotedOn, violations);
        }
    }

    private void checkMonths(Map<String, String> stated, LocalDate bornOn, LocalDate quotedOn, Violations violations) {
        int months = Stream.of(ACTUAL_MONTHS, "deemedMonths")
                .map(stated::get)
                .filter(written -> written != null && written.matches("\\d{1,4}"))
                .mapToInt(Integer::parseInt)
                .sum();
        int most = ages.workingMonths(bornOn, YearMonth.from(quotedOn));
        if (months > most) {
            violations.add(
                    ACTUAL_MONTHS,
                    stated.get(ACTUAL_MONTHS),
                    "实际缴费和视同缴费共 %d 个月，超过了从可以开始工作（%s，由本机构设置）到核价月的 %d 个月"
                            .formatted(months, Written.month(ages.workingSince(bornOn)), most));
        }
    }

    private static RetirementKind kind(String code) {
        if (code == null || code.isBlank()) {
            return RetirementKind.ORDINARY;
        }
        return Arrays.stream(RetirementKind.values())
                .filter(value -> value.name().equals(code))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        "retirementKind",
                        code,
                        "应为："
                                + Arrays.stream(RetirementKind.values())
                                        .map(value -> value.name() + "（" + value.title() + "）")
                                        .collect(Collectors.joining("、"))));
    }

    /** The tables say what is wrong with what is none. */
    private static Sex sex(String code) {
        return Arrays.stream(Sex.values())
                .filter(value -> value.name().equals(code))
                .findFirst()
                .orElse(null);
    }

    private static LocalDate day(String written) {
        return written == null ? null : Days.parse(written);
    }
}
