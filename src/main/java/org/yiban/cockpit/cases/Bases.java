package org.yiban.cockpit.cases;

import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yiban.kernel.ProvisionReference;
import org.yiban.policy.CitedProvision;
import org.yiban.policy.Policies;
import org.yiban.policy.settings.Setting;

/** Says in words on what something rests: the agency itself, or documents. */
@Component
class Bases {

    private final Policies policies;

    Bases(Policies policies) {
        this.policies = policies;
    }

    /** {@code null} where nothing is stated. */
    String title(String basis) {
        if (basis == null) {
            return null;
        }
        return basis.equals(Setting.AGENCY)
                ? "机构自定"
                : policies.cite(ProvisionReference.parseList(basis)).stream()
                        .map(Bases::words)
                        .collect(Collectors.joining("；"));
    }

    private static String words(CitedProvision cited) {
        if (cited.document() == null) {
            return cited.id();
        }
        return cited.document() + (cited.secondary() ? "（只从二手资料得知）" : "");
    }
}
