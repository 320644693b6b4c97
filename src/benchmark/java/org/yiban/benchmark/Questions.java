package org.yiban.benchmark;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.kernel.ProblemException;
import org.yiban.policy.Answer;
import org.yiban.policy.Fact;
import org.yiban.policy.Policies;
import org.yiban.region.Regions;

/** Questions about waiting periods that one table answers, as the API passes them. */
final class Questions {

    static final String FAMILY = "waiting-period";
    private static final int COUNT = 4096;
    private static final int LEFT_OPEN = 3;
    private static final LocalDate FIRST_DAY = LocalDate.of(2022, 4, 1);
    private static final int DAYS = 1000;
    private static final int MONTHS = 40;
    private static final int MOST = 60;

    private final Random random = new Random(55);
    private final Policies policies;
    private final String region;
    private final String table;

    final List<Map<String, String>> stated = new ArrayList<>();
    final List<Map<String, String>> partlyOpen = new ArrayList<>();
    final List<Map<String, Object>> plain = new ArrayList<>();
    final List<String> rules = new ArrayList<>();

    Questions(Policies policies, String region, String table) {
        this.policies = policies;
        this.region = region;
        this.table = table;
        while (stated.size() < COUNT) {
            ask(question());
        }
    }

    static Policies policies() {
        WorkingCalendar calendar = WorkingCalendar.ofPackagedNotices();
        return Policies.packaged(Regions.load(), () -> calendar);
    }

    private void ask(Map<String, String> question) {
        Answer answer = answer(question);
        if (answer != null && table.equals(answer.explanation().tableId())) {
            stated.add(question);
            partlyOpen.add(open(question, answer));
            plain.add(answer.explanation().facts());
            rules.add(answer.explanation().ruleId());
        }
    }

    /** The question with some facts left out on which its answer does not depend. */
    private Map<String, String> open(Map<String, String> question, Answer answer) {
        Map<String, String> open = new LinkedHashMap<>(question);
        List<String> facts = new ArrayList<>(question.keySet());
        for (int i = 0; i < LEFT_OPEN; i++) {
            Map<String, String> fewer = new LinkedHashMap<>(open);
            fewer.remove(facts.get(random.nextInt(facts.size())));
            Answer still = answer(fewer);
            if (still != null && still.results().equals(answer.results())) {
                open = fewer;
            }
        }
        return open;
    }

    private Answer answer(Map<String, String> question) {
        try {
            return policies.decide(FAMILY, question);
        } catch (ProblemException e) {
            return null;
        }
    }

    private Map<String, String> question() {
        Map<String, String> question = new LinkedHashMap<>();
        policies.declaredFacts(FAMILY).forEach(fact -> question.put(fact.name(), value(fact)));
        return question;
    }

    private String value(Fact fact) {
        return switch (fact.type()) {
            case REGION -> region;
            case DATE -> FIRST_DAY.plusDays(random.nextInt(DAYS)).toString();
            case MONTH ->
                YearMonth.from(FIRST_DAY).minusMonths(random.nextInt(MONTHS) - MONTHS / 2).toString();
            case YEAR -> String.valueOf(FIRST_DAY.getYear() + random.nextInt(3));
            case FLAG -> String.valueOf(random.nextBoolean());
            case CHOICE -> List.copyOf(fact.choices().keySet())
                    .get(random.nextInt(fact.choices().size()));
            default -> String.valueOf(random.nextInt(MOST));
        };
    }
}
