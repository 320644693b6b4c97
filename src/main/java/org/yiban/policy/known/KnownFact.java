package org.yiban.policy.known;

/**
 * A fact of a case and where it comes from.
 *
 * @param name as the decision contract calls it
 * @param label what people call it
 * @param value in the contract's spelling; {@code null} if it is not on record
 * @param source where it stands, in Chinese
 * @param correctable whether a clerk may correct it, with a reason
 * @param asked whether a clerk has to state it: the record does not, and the answer depends on it
 * @param corrected whether a clerk has stated it
 */
public record KnownFact(
        String name, String label, String value, String source, boolean correctable, boolean asked, boolean corrected) {

    /**
     * The same as a clerk states it.
     *
     * @param before what stood there, as people read it; {@code null} if nothing did
     */
    KnownFact by(String clerksValue, String why, String before) {
        String instead = before == null ? source : "原为 " + before + "；" + source;
        return new KnownFact(name, label, clerksValue, "经办人员填写：%s（%s）".formatted(why, instead), true, false, true);
    }

    /** The same with a value that was counted anew. */
    public KnownFact counted(String newValue, String newSource) {
        return new KnownFact(name, label, newValue, newSource, correctable, false, corrected);
    }

    /** The same, to be stated by a clerk or not. */
    public KnownFact asking(boolean whether) {
        return new KnownFact(name, label, value, source, correctable, whether, corrected);
    }
}
