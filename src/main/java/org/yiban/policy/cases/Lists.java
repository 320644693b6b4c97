package org.yiban.policy.cases;

import java.util.Arrays;
import java.util.List;

/** Lists as case files write them: joined with {@code ;}. */
final class Lists {

    private Lists() {}

    /** Blank or {@code null} is the empty list. */
    static List<String> split(String joined) {
        if (joined == null) {
            return List.of();
        }
        return Arrays.stream(joined.split(";"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
