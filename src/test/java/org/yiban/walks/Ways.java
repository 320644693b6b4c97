package org.yiban.walks;

import java.util.List;
import java.util.Map;

/** In which ways the demo staff decide. */
final class Ways {

    static final String WHY = "材料相符";
    static final Map<String, Object> CONFIRM = Map.of("decision", "CONFIRM");
    static final Map<String, Object> RETURN = Map.of("decision", "RETURN", "reason", "再核");
    static final Map<String, Object> REFUSE =
            Map.of("decision", "REFUSE", "reason", "与材料不符", "basis", List.of("AGENCY"));
    static final Map<String, Object> SUPPLEMENT = Map.of("decision", "SUPPLEMENT", "supplement", "身份证明");

    private static final int RARE = 6;

    private Ways() {}

    /** The usual way in more than half of all manners, each of the others in as many as the rest. */
    @SafeVarargs
    static Map<String, ?> one(int manner, Map<String, ?>... ways) {
        return manner < RARE || ways.length == 1 ? ways[0] : ways[1 + (manner - RARE) % (ways.length - 1)];
    }

    static Map<String, Object> because(String decision) {
        return Map.of("decision", decision, "reason", WHY);
    }
}
