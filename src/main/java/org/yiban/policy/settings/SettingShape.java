package org.yiban.policy.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the one who asks needs of a settings table, which is held to it at the start.
 *
 * @param name of the file under {@code processes/settings}, without its ending
 * @param facts what is asked, in order
 * @param figures the whole numbers that every row states
 * @param texts the texts that every row states
 * @param flags what every row says yes or no to
 * @param answersAll whether some row must fire whatever the facts are
 * @param collects whether several rows may answer together
 */
public record SettingShape(
        String name,
        List<Asked> facts,
        List<Figure> figures,
        List<Text> texts,
        List<String> flags,
        boolean answersAll,
        boolean collects) {

    /**
     * A fact of a question.
     *
     * @param values those that it may have; empty if it may have any
     * @param number whether it is a whole number
     */
    public record Asked(String name, Set<String> values, boolean number) {}

    /** A text and how many characters it may have. */
    public record Text(String name, int longest) {}

    /** A figure and its bounds, both allowed. */
    public record Figure(String name, int least, int most) {}

    public SettingShape {
        facts = List.copyOf(facts);
        figures = List.copyOf(figures);
        texts = List.copyOf(texts);
        flags = List.copyOf(flags);
    }

    /** A table that nothing is asked of and that says nothing, to be described further. */
    public static SettingShape of(String name) {
        return new SettingShape(name, List.of(), List.of(), List.of(), List.of(), false, false);
    }

    /** The same table, asked for one of several values. */
    public SettingShape asks(String fact, Set<String> values) {
        return with(new Asked(fact, Set.copyOf(values), false));
    }

    /** The same table, asked for any text. */
    public SettingShape asksText(String fact) {
        return with(new Asked(fact, Set.of(), false));
    }

    /** The same table, asked for a whole number. */
    public SettingShape asksNumber(String fact) {
        return with(new Asked(fact, Set.of(), true));
    }

    /** The same table, stating a figure within bounds. */
    public SettingShape says(String figure, int least, int most) {
        List<Figure> all = new ArrayList<>(figures);
        all.add(new Figure(figure, least, most));
        return new SettingShape(name, facts, all, texts, flags, answersAll, collects);
    }

    /** The same table, stating a text of so many characters at most. */
    public SettingShape saysText(String text, int longest) {
        List<Text> all = new ArrayList<>(texts);
        all.add(new Text(text, longest));
        return new SettingShape(name, facts, figures, all, flags, answersAll, collects);
    }

    /** The same table, which answers every question. */
    public SettingShape answeringAll() {
        return new SettingShape(name, facts, figures, texts, flags, true, collects);
    }

    /** The same table, saying yes or no to something. */
    public SettingShape saysFlag(String flag) {
        List<String> all = new ArrayList<>(flags);
        all.add(flag);
        return new SettingShape(name, facts, figures, texts, all, answersAll, collects);
    }

    /** The same table, several rows of which may answer together. */
    public SettingShape collecting() {
        return new SettingShape(name, facts, figures, texts, flags, answersAll, true);
    }

    /** The facts of a question, from their values in order. */
    Map<String, Object> question(List<Object> values) {
        Map<String, Object> question = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            question.put(facts.get(i).name(), values.get(i));
        }
        return question;
    }

    private SettingShape with(Asked fact) {
        List<Asked> all = new ArrayList<>(facts);
        all.add(fact);
        return new SettingShape(name, all, figures, texts, flags, answersAll, collects);
    }
}
