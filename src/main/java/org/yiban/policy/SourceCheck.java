package org.yiban.policy;

import java.util.ArrayList;
import java.util.List;
import org.yiban.kernel.ProvisionReference;
import org.yiban.policy.sources.Sources;
import org.yiban.policy.tables.Citation;
import org.yiban.policy.tables.DecisionTableException;
import org.yiban.policy.tables.DecisionTables;

/** Whether everything that the tables rest on is in the data of the documents. */
final class SourceCheck {

    private final DecisionTables tables;
    private final Sources sources;
    private final List<String> found = new ArrayList<>();

    SourceCheck(DecisionTables tables, Sources sources) {
        this.tables = tables;
        this.sources = sources;
    }

    /** @throws DecisionTableException naming every provision, document and open reading that the documents do not have */
    void require() {
        tables.instruments().stream()
                .filter(instrument -> sources.document(instrument).isEmpty())
                .forEach(instrument -> found.add("precedence.dmn 指明的文件 %s 没有数据".formatted(instrument)));
        tables.citations().forEach(this::check);
        if (!found.isEmpty()) {
            throw new DecisionTableException(String.join("\n", found));
        }
    }

    private void check(Citation citation) {
        citation.provisions().stream()
                .filter(provision -> sources.provision(provision).isEmpty())
                .map(ProvisionReference::id)
                .forEach(provision -> found.add("%s：依据 %s 不是任何文件的条款".formatted(citation, provision)));
        citation.ambiguities().stream()
                .filter(ambiguity -> sources.ambiguity(ambiguity).isEmpty())
                .forEach(ambiguity -> found.add("%s：没有编号为 %s 的歧义".formatted(citation, ambiguity)));
    }
}
