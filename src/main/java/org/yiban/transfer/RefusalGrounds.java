package org.yiban.transfer;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProvisionReference;
import org.yiban.kernel.Violations;
import org.yiban.policy.CitedProvision;
import org.yiban.policy.Policies;
import org.yiban.policy.explain.CitingProvisions;

/** Reads why people refuse a transfer: a reason, and the provisions that it rests on. */
@Component
class RefusalGrounds {

    private static final String AGENCY = "AGENCY";
    private static final int LONGEST_ID = 60;
    private static final int MOST = 10;

    private final Policies policies;
    private final CitingProvisions citing;

    RefusalGrounds(Policies policies, CitingProvisions citing) {
        this.policies = policies;
        this.citing = citing;
    }

    /**
     * A refusal as it is stated.
     *
     * @param basis ids of provisions; {@code AGENCY} where no document speaks
     * @throws org.yiban.kernel.ProblemException naming {@code reason} and {@code basis} as far as they are wrong
     */
    Refusal read(String reason, List<String> basis) {
        Violations violations = new Violations();
        String why = violations.collect(() -> FreeText.required("reason", reason));
        List<ProvisionReference> provisions = new ArrayList<>();
        List<String> stated = basis == null ? List.of() : basis;
        if (stated.isEmpty() || stated.size() > MOST) {
            violations.add("basis", null, "须写明依据的条款，1 到 " + MOST + " 条；文件没有规定、由本机构决定的，写 " + AGENCY);
        }
        for (String one : stated.size() > MOST ? List.<String>of() : stated) {
            String id = one == null ? "" : one.strip();
            if (id.isEmpty() || id.length() > LONGEST_ID || !known(id)) {
                violations.add("basis", one, "没有这个条款；写条款编号（如 SD2021-54 art.(九)[1]），文件没有规定的写 " + AGENCY);
            } else {
                provisions.add(new ProvisionReference(id));
            }
        }
        violations.throwIfAny();
        return new Refusal(why, provisions);
    }

    /** A refusal as the history of a case says it. */
    String inShort(Refusal refusal) {
        return refusal.reason() + "；依据：" + citing.inShort(refusal.basis());
    }

    private boolean known(String id) {
        return AGENCY.equals(id)
                || policies.cite(List.of(new ProvisionReference(id))).stream()
                        .map(CitedProvision::document)
                        .allMatch(document -> document != null);
    }
}
