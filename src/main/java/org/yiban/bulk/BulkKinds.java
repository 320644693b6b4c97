package org.yiban.bulk;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yiban.kernel.ProblemException;

/** The kinds of applications that may come as files. */
@Component
class BulkKinds {

    private final Map<String, BulkKind> kinds = new TreeMap<>();

    BulkKinds(ObjectProvider<BulkKind> provided) {
        for (BulkKind kind : provided) {
            if (kinds.put(kind.key(), kind) != null) {
                throw new IllegalStateException("two kinds of files are called " + kind.key());
            }
        }
    }

    List<BulkKind> all() {
        return List.copyOf(kinds.values());
    }

    /** @throws ProblemException naming the kinds there are */
    BulkKind require(String key) {
        BulkKind kind = key == null ? null : kinds.get(key);
        if (kind == null) {
            throw ProblemException.invalid("kind", key, "应为 " + String.join("、", kinds.keySet()));
        }
        return kind;
    }

    /** The Chinese name of a kind; its key if no feature provides it any more. */
    String title(String key) {
        return kinds.containsKey(key) ? kinds.get(key).title() : key;
    }
}
