package org.yiban.policy.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Values in an order, cut at points: what holds at each point, between two, before the first and after the last. */
final class Pieces<T extends Comparable<? super T>> {

    private final List<T> points;
    private final long[][] masks;

    /**
     * @param points where it is cut, in any order
     * @param any a value, if there is no point
     * @param before a value before a point
     * @param between a value between two points
     * @param after a value after a point
     * @param judge what holds of a value
     */
    Pieces(
            List<T> points,
            T any,
            UnaryOperator<T> before,
            BinaryOperator<T> between,
            UnaryOperator<T> after,
            Function<T, long[]> judge) {
        this.points = new ArrayList<>(new TreeSet<>(points));
        int last = this.points.size() - 1;
        masks = new long[2 * this.points.size() + 1][];
        masks[0] = judge.apply(last < 0 ? any : before.apply(this.points.get(0)));
        for (int i = 0; i <= last; i++) {
            T point = this.points.get(i);
            masks[2 * i + 1] = judge.apply(point);
            masks[2 * i + 2] =
                    judge.apply(i == last ? after.apply(point) : between.apply(point, this.points.get(i + 1)));
        }
    }

    long[] of(T value) {
        int low = 0;
        int high = points.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = points.get(middle).compareTo(value);
            if (order == 0) {
                return masks[2 * middle + 1];
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return masks[2 * low];
    }
}
