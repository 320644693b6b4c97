package org.yiban.policy;

/** Explanations as they come back from where they are kept, without a database. */
public final class KeptExplanations {

    private KeptExplanations() {}

    /** The same explanation, written and read again. */
    public static Explanation readBack(Explanation kept) {
        return new Explanation(
                kept.family(),
                kept.businessDate(),
                PlainJson.values(PlainJson.write(kept.facts())),
                kept.instrument(),
                kept.tableId(),
                kept.tableVersion(),
                kept.ruleId(),
                kept.ruleText(),
                PlainJson.values(PlainJson.write(kept.results())),
                PlainJson.reasons(PlainJson.write(kept.reasons())),
                kept.tableSet());
    }
}
