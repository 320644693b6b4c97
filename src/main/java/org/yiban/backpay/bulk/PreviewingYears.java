package org.yiban.backpay.bulk;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yiban.backpay.CheckedBackpay;
import org.yiban.backpay.options.WeighingOptions;
import org.yiban.backpay.options.YearsTest;
import org.yiban.backpay.years.CompiledYears;
import org.yiban.backpay.years.CompilingYears;
import org.yiban.backpay.years.YearsQuestion;
import org.yiban.bulk.RowPreview;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violation;
import org.yiban.policy.Fact;
import org.yiban.policy.FactType;
import org.yiban.policy.Outcome;
import org.yiban.policy.Policies;
import org.yiban.policy.explain.CitingProvisions;

/**
 * Says of a row what the record and the tables come to today: whether the years are there, and how many months are missing.
 * The case decides; months that are not on record yet are stated there.
 */
@Component
class PreviewingYears {

    private static final String FAMILY = "minimum-years";
    private static final String OPEN = "OPEN";
    private static final String UNCLEAR = "事实须由人核对";

    private final CompilingYears compiling;
    private final WeighingOptions weighing;
    private final Policies policies;
    private final CitingProvisions citing;
    private final BusinessTime time;

    PreviewingYears(
            CompilingYears compiling,
            WeighingOptions weighing,
            Policies policies,
            CitingProvisions citing,
            BusinessTime time) {
        this.compiling = compiling;
        this.weighing = weighing;
        this.policies = policies;
        this.citing = citing;
        this.time = time;
    }

    /**
     * The preview of an application with which nothing is wrong.
     *
     * @throws ProblemException naming what on record cannot be, as more months than a working life has
     */
    RowPreview of(CheckedBackpay checked) {
        CompiledYears years = compile(checked);
        String onRecord = onRecord(years);
        Map<String, String> question = question(checked, years);
        try {
            return preview(weighing.test(question), onRecord);
        } catch (ProblemException refused) {
            List<Fact> open = open(refused);
            return open.size() == 1 ? eitherWay(question, open.get(0), onRecord) : unclear(open, onRecord);
        }
    }

    /** What is not known and matters, if nothing else is the matter. */
    private List<Fact> open(ProblemException refused) {
        List<Violation> open = refused.violations();
        if (open.isEmpty() || open.stream().anyMatch(violation -> violation.value() != null)) {
            throw refused;
        }
        Set<String> names = open.stream().map(Violation::field).collect(Collectors.toSet());
        return policies.declaredFacts(FAMILY).stream()
                .filter(fact -> names.contains(fact.name()))
                .toList();
    }

    /** The same whatever the one fact is that is not known; else what it comes to with each of its values. */
    private RowPreview eitherWay(Map<String, String> question, Fact open, String onRecord) {
        boolean flag = open.type() == FactType.FLAG;
        Map<String, String> values = new TreeMap<>(flag ? open.words() : open.choices());
        Map<String, RowPreview> ways = new LinkedHashMap<>();
        for (Map.Entry<String, String> value : values.entrySet()) {
            Map<String, String> asked = new LinkedHashMap<>(question);
            asked.put(open.name(), value.getKey());
            try {
                ways.put(value.getValue(), preview(weighing.test(asked), ""));
            } catch (ProblemException stillOpen) {
                open(stillOpen);
                return unclear(List.of(open), onRecord);
            }
        }
        String said = ways.entrySet().stream()
                .map(way -> (flag ? "" : open.label() + "为") + way.getKey() + "的，"
                        + way.getValue().title() + "（" + way.getValue().basis() + "）")
                .collect(Collectors.joining("；"));
        List<String> outcomes =
                ways.values().stream().map(RowPreview::outcome).distinct().toList();
        return outcomes.size() == 1
                ? new RowPreview(outcomes.get(0), title(Outcome.valueOf(outcomes.get(0))), null, onRecord + "；" + said)
                : new RowPreview(OPEN, UNCLEAR, null, onRecord + "；" + said);
    }

    private static RowPreview unclear(List<Fact> open, String onRecord) {
        String labels = open.stream().map(Fact::label).collect(Collectors.joining("、"));
        return new RowPreview(OPEN, UNCLEAR, null, onRecord + "；够不够取决于：" + labels);
    }

    private CompiledYears compile(CheckedBackpay checked) {
        return compiling.compile(new YearsQuestion(
                checked.person().id(),
                checked.pool(),
                checked.stated().retirementAgeOn(),
                YearMonth.from(time.today()),
                checked.stated().requestedOn(),
                List.of()));
    }

    private static Map<String, String> question(CheckedBackpay checked, CompiledYears years) {
        Map<String, String> question = new LinkedHashMap<>(years.facts().question());
        question.put("region", checked.pool().value());
        question.put("sex", checked.stated().sex().name());
        question.put("retirementAgeOn", checked.stated().retirementAgeOn().toString());
        question.put("identity", checked.stated().identity().name());
        if (checked.stated().convertsToAccount() != null) {
            question.put(
                    "convertsToAccount", checked.stated().convertsToAccount().toString());
        }
        return question;
    }

    private static String onRecord(CompiledYears years) {
        String elsewhere = years.heldElsewhere() == 0 ? "" : "，另有 " + years.heldElsewhere() + " 个月还在外地";
        return "登记：实际缴费 %d 个月（省内 %d），视同 %d 个月%s"
                .formatted(years.actual(), years.actualInProvince(), years.deemed(), elsewhere);
    }

    /** What is best for the person stands first among the tests, and decides how the row is added up. */
    private RowPreview preview(List<YearsTest> tests, String onRecord) {
        YearsTest first = tests.get(0);
        List<String> why = new ArrayList<>(List.of(onRecord));
        tests.stream().map(PreviewingYears::said).filter(Objects::nonNull).forEach(why::add);
        why.add(citing.inShort(first.basis()));
        why.removeIf(String::isEmpty);
        return new RowPreview(first.outcome().name(), title(first.outcome()), null, String.join("；", why));
    }

    private static String title(Outcome outcome) {
        return switch (outcome) {
            case MET -> "年限够";
            case SHORT -> "年限不够";
            default -> "文件没有规定，须主管判断";
        };
    }

    private static String said(YearsTest test) {
        return test.outcome() != Outcome.SHORT
                ? null
                : (test.optionTitle() == null ? "" : test.optionTitle() + "，") + "差 " + test.shortfall() + " 个月";
    }
}
