package org.yiban.transfer.gap;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violations;

/**
 * The facts of a move as the family {@code benefit-continuity} asks for them, in its order. Whether the gap is paid is not
 * among them: the tables are asked both ways.
 */
public record GapFacts(List<GapFact> all) {

    static final String PAID_ON = "paidOn";
    private static final String ARREARS_CLEARED = "arrearsCleared";

    public GapFacts {
        all = List.copyOf(all);
    }

    /**
     * The question to the tables.
     *
     * @param paidOn day of the payment that is asked about; {@code null} if that is open
     * @param arrearsCleared whether the months between are paid
     */
    Map<String, String> question(LocalDate paidOn, boolean arrearsCleared) {
        Map<String, String> question = new LinkedHashMap<>();
        all.stream().filter(fact -> fact.value() != null).forEach(fact -> question.put(fact.name(), fact.value()));
        if (paidOn != null) {
            question.put(PAID_ON, paidOn.toString());
        }
        question.put(ARREARS_CLEARED, String.valueOf(arrearsCleared));
        return question;
    }

    /** The first payment on the transfer-in side; {@code null} if it is not known. */
    LocalDate paidOn() {
        return value(PAID_ON) == null ? null : LocalDate.parse(value(PAID_ON));
    }

    /** The value of a fact; {@code null} if it is not known. */
    String value(String name) {
        return all.stream()
                .filter(fact -> fact.name().equals(name) && fact.value() != null)
                .map(GapFact::value)
                .findFirst()
                .orElse(null);
    }

    /** Names of the facts that a clerk has to state. */
    List<String> asked() {
        return all.stream().filter(GapFact::asked).map(GapFact::name).toList();
    }

    /** The same; those of the names have to be stated. */
    GapFacts asking(List<String> names) {
        return new GapFacts(all.stream()
                .map(fact -> fact.asking(names.contains(fact.name())))
                .toList());
    }

    /**
     * The same with what a clerk knows better. Whether a value is one is for whoever asks the tables with it.
     *
     * @throws ProblemException naming as {@code facts.NAME} or {@code reason.NAME} what is no fact, may not be corrected,
     *     or has no reason
     */
    GapFacts corrected(List<GapCorrection> corrections) {
        Violations violations = new Violations();
        Map<String, GapFact> facts = new LinkedHashMap<>();
        all.forEach(fact -> facts.put(fact.name(), fact));
        for (GapCorrection correction : corrections) {
            GapFact fact = facts.get(correction.name());
            if (fact == null || !fact.correctable()) {
                violations.add(
                        "facts." + correction.name(),
                        correction.value(),
                        fact == null ? "没有这项事实；可以更正：" + correctable() : "这一项以案件为准，不能在这里更正");
                continue;
            }
            String why =
                    violations.collect(() -> FreeText.required("reason." + correction.name(), correction.reason()));
            String value = correction.value() == null || correction.value().isBlank()
                    ? null
                    : correction.value().strip();
            facts.put(fact.name(), fact.by(value, why));
        }
        violations.throwIfAny();
        return new GapFacts(List.copyOf(facts.values()));
    }

    private String correctable() {
        return all.stream().filter(GapFact::correctable).map(GapFact::name).collect(Collectors.joining("、"));
    }
}
