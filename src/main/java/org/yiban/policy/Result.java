package org.yiban.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A result as a family declares it, once for the API, case files and what people read.
 *
 * @param name as the contract spells it: {@code benefitStart}
 * @param label what people read: 待遇开始日期
 * @param type what kind of value it has
 * @param words for some values what people read instead; empty words are left unsaid
 * @param phrase the clause of the conclusion, with {@code {}} for the value: 从 {} 起享受待遇; {@code null} if the
 *     conclusion does not say it
 * @param ordered whether the values of a list stand in an order that means something: parts in order of time
 */
public record Result(
        String name, String label, ResultType type, Map<String, String> words, String phrase, boolean ordered) {

    /** What a decision comes to. */
    public static final String OUTCOME = "outcome";
    /** The provisions that decide. */
    public static final String BASIS = "basis";

    private static final String VALUE = "{}";

    public Result {
        words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
    }

    /**
     * What a decision comes to, REFER always among it.
     *
     * @param valuesAndWords each value followed by what people read
     */
    public static Result outcome(String... valuesAndWords) {
        Result outcome = choice(OUTCOME, "结论", valuesAndWords);
        Map<String, String> words = new LinkedHashMap<>(outcome.words);
        words.put(Outcome.REFER.name(), "要由人判断");
        return new Result(OUTCOME, outcome.label, ResultType.CHOICE, words, VALUE, false);
    }

    public static Result basis() {
        return of(BASIS, "依据", ResultType.PROVISIONS, null);
    }

    /**
     * One of several values.
     *
     * @param valuesAndWords each value followed by what people read
     */
    public static Result choice(String name, String label, String... valuesAndWords) {
        Map<String, String> words = new LinkedHashMap<>();
        for (int i = 0; i < valuesAndWords.length; i += 2) {
            words.put(valuesAndWords[i], valuesAndWords[i + 1]);
        }
        return new Result(name, label, ResultType.CHOICE, words, VALUE, false);
    }

    /** True or false, each with a clause of its own. */
    public static Result flag(String name, String label, String whenTrue, String whenFalse) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("true", whenTrue);
        words.put("false", whenFalse);
        return new Result(name, label, ResultType.FLAG, words, VALUE, false);
    }

    /** An amount in yuan. */
    public static Result money(String name, String label, String phrase) {
        return of(name, label, ResultType.MONEY, phrase);
    }

    public static Result rate(String name, String label, String phrase) {
        return of(name, label, ResultType.RATE, phrase);
    }

    public static Result date(String name, String label, String phrase) {
        return of(name, label, ResultType.DATE, phrase);
    }

    public static Result months(String name, String label, String phrase) {
        return of(name, label, ResultType.MONTHS, phrase);
    }

    public static Result workingDays(String name, String label, String phrase) {
        return of(name, label, ResultType.WORKING_DAYS, phrase);
    }

    /** The same result, a list whose order means something. */
    public Result inOrder() {
        return new Result(name, label, type, words, phrase, true);
    }

    /** The same result with another clause of the conclusion, {@code null} for none. */
    public Result said(String clause) {
        return new Result(name, label, type, words, clause, ordered);
    }

    /** The same result, whose value nothing ({@code 0}) people read in words; empty words are left unsaid. */
    public Result zeroSaid(String zero) {
        Map<String, String> more = new LinkedHashMap<>(words);
        more.put(type == ResultType.MONEY ? "0.00" : "0", zero);
        return new Result(name, label, type, more, phrase, ordered);
    }

    private static Result of(String name, String label, ResultType type, String phrase) {
        return new Result(name, label, type, Map.of(), phrase, false);
    }
}
