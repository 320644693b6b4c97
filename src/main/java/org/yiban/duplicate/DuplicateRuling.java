package org.yiban.duplicate;

import java.util.Map;
import org.yiban.policy.Result;

/**
 * What was decided on which relation stays, as the decision contract has it.
 *
 * @param keep {@code null} where the documents name none
 * @param other {@code null} where they do not say what becomes of the other one
 * @param suspendPayments whether benefits are not paid until the decision is carried out
 * @param basis the provisions, joined with {@code ;}
 */
public record DuplicateRuling(String keep, String other, boolean suspendPayments, String basis) {

    static final String EMPLOYEE_RELATION = "EMPLOYEE_RELATION";
    static final String APPLICANT_CHOICE = "APPLICANT_CHOICE";

    static DuplicateRuling of(Map<String, Object> results) {
        return new DuplicateRuling(
                (String) results.get("keep"),
                (String) results.get("other"),
                Boolean.TRUE.equals(results.get("suspendPayments")),
                (String) results.get(Result.BASIS));
    }
}
