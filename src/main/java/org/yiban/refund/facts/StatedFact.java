package org.yiban.refund.facts;

/**
 * A fact of a claim and where it comes from.
 *
 * @param name as the decision contract calls it
 * @param label what people call it
 * @param value in the contract's spelling; {@code null} if it cannot be found on record and a clerk has to state it
 * @param source where it stands, in Chinese
 * @param correctable whether a clerk may correct it, with a reason
 */
public record StatedFact(String name, String label, String value, String source, boolean correctable) {

    StatedFact corrected(String newValue, String why) {
        return new StatedFact(name, label, newValue, "经办人员改为此值（原为%s；%s）：%s".formatted(shown(), source, why), true);
    }

    private String shown() {
        return value == null ? "空" : value;
    }
}
