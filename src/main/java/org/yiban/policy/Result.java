package org.yiban.policy;

/**
 * A result as a family declares it.
 *
 * @param name as the contract spells it: {@code benefitStart}
 * @param label what people read: 待遇开始日期
 * @param ordered whether the values of a list stand in an order that means something: parts in order of time
 */
public record Result(String name, String label, boolean ordered) {

    /** What a decision comes to. */
    public static final String OUTCOME = "outcome";
    /** The provisions that decide. */
    public static final String BASIS = "basis";

    public static Result of(String name, String label) {
        return new Result(name, label, false);
    }

    public static Result outcome() {
        return of(OUTCOME, "结论");
    }

    public static Result basis() {
        return of(BASIS, "依据");
    }

    /** The same result, a list whose order means something. */
    public Result inOrder() {
        return new Result(name, label, true);
    }
}
