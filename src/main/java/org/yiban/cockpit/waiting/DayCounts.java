package org.yiban.cockpit.waiting;

import java.util.Map;
import java.util.TreeMap;

/** How many cases took how many days. */
final class DayCounts {

    private static final int WHOLE = 100;

    private final TreeMap<Integer, Integer> cases = new TreeMap<>();

    void add(int days, int more) {
        cases.merge(days, more, Integer::sum);
    }

    int total() {
        return cases.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The fewest days within which so many of a hundred cases are done; {@code null} if there are none. */
    Integer percentile(int percent) {
        int needed = (total() * percent + WHOLE - 1) / WHOLE;
        int reached = 0;
        for (Map.Entry<Integer, Integer> entry : cases.entrySet()) {
            reached += entry.getValue();
            if (reached >= needed) {
                return entry.getKey();
            }
        }
        return null;
    }
}
