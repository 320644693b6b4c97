package org.yiban.policy.explain;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yiban.kernel.ProvisionReference;
import org.yiban.policy.Policies;

/** Says in letters by which provisions something was decided, so that whoever reads them needs no table of ids. */
@Component
public class CitingProvisions {

    private final ProvisionWords provisions;

    CitingProvisions(Policies policies) {
        this.provisions = new ProvisionWords(policies);
    }

    /**
     * A paragraph for each place of a document, to be put below what was decided: it begins with a line break, and names the
     * document, the place in it and what it says; an agency that decides by itself says so. Empty where there is none.
     */
    public String below(List<ProvisionReference> basis) {
        List<String> sentences = provisions.cite(basis);
        return sentences.isEmpty() ? "" : "\n" + String.join("\n", sentences);
    }

    /** By document and place alone, for the history of a case: 鲁医保发〔2021〕54号（九）. */
    public String inShort(List<ProvisionReference> basis) {
        return provisions.inShort(basis);
    }
}
