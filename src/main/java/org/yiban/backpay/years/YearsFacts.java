package org.yiban.backpay.years;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yiban.policy.Fact;
import org.yiban.policy.Policies;
import org.yiban.policy.known.KnownFact;
import org.yiban.policy.known.KnownFacts;

/** The months of a person as the family {@code minimum-years} asks for them. */
@Component
class YearsFacts {

    private static final String FAMILY = "minimum-years";

    private final Policies policies;

    YearsFacts(Policies policies) {
        this.policies = policies;
    }

    KnownFacts of(
            YearsQuestion question,
            List<MonthRun> runs,
            int actual,
            int inProvince,
            int inPool,
            int deemed,
            YearMonth inARowSince) {
        Map<String, String> labels =
                policies.declaredFacts(FAMILY).stream().collect(Collectors.toMap(Fact::name, Fact::label));
        List<KnownFact> facts = new ArrayList<>();
        facts.add(fact(
                labels,
                "actualMonths",
                String.valueOf(actual),
                "缴费记录（到 " + question.until() + "）"
                        + counts(
                                runs,
                                MonthSource.PAID_HERE,
                                MonthSource.PAID_IN_PROVINCE,
                                MonthSource.PAID_ELSEWHERE,
                                MonthSource.SERVICE_IN_PROVINCE)));
        facts.add(fact(
                labels,
                "actualMonthsInProvince",
                String.valueOf(inProvince),
                "缴费记录中在本省缴的"
                        + counts(
                                runs,
                                MonthSource.PAID_HERE,
                                MonthSource.PAID_IN_PROVINCE,
                                MonthSource.SERVICE_IN_PROVINCE)));
        facts.add(fact(labels, "actualMonthsInPool", String.valueOf(inPool), "缴费记录中在本统筹区缴的"));
        facts.add(fact(
                labels,
                "deemedMonths",
                String.valueOf(deemed),
                "视同缴费" + counts(runs, MonthSource.DEEMED_ON_RECORD, MonthSource.DEEMED_STATED)));
        facts.add(movedFrom(labels, runs));
        facts.add(
                inARowSince == null
                        ? fact(
                                labels,
                                "continuousSince",
                                YearMonth.from(question.retirementAgeOn()).toString(),
                                "缴费记录：退休前一月没有缴费，没有连续缴费的月份")
                        : fact(labels, "continuousSince", inARowSince.toString(), "缴费记录：自这个月起没有间断"));
        return new KnownFacts(facts);
    }

    private static KnownFact movedFrom(Map<String, String> labels, List<MonthRun> runs) {
        boolean province = has(runs, MonthSource.PAID_IN_PROVINCE);
        boolean elsewhere = has(runs, MonthSource.PAID_ELSEWHERE);
        if (province && elsewhere) {
            return fact(labels, "movedFrom", null, "登记中既有从省内转入的月份，也有从省外转入的月份，由经办人员认定");
        }
        String value = province ? "SAME_PROVINCE" : elsewhere ? "OTHER_PROVINCE" : "NONE";
        return fact(labels, "movedFrom", value, province || elsewhere ? "登记中有转入的月份" : "登记中没有转入的月份");
    }

    private static boolean has(List<MonthRun> runs, MonthSource source) {
        return runs.stream().anyMatch(run -> run.source() == source);
    }

    /** How many months come from each of several sources, as far as there are any. */
    private static String counts(List<MonthRun> runs, MonthSource... sources) {
        List<String> counts = new ArrayList<>();
        for (MonthSource source : sources) {
            int months = runs.stream()
                    .filter(run -> run.source() == source)
                    .mapToInt(MonthRun::months)
                    .sum();
            if (months > 0) {
                counts.add(source.title() + " " + months + " 个月");
            }
        }
        return counts.isEmpty() ? "" : "：" + String.join("，", counts);
    }

    private static KnownFact fact(Map<String, String> labels, String name, String value, String source) {
        return new KnownFact(name, labels.get(name), value, source, true, false, false);
    }
}
