package org.yiban.casework;

import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;

/** Four eyes: who registered or assessed a case never approves it, who decided never decides on the objection. */
@Component
public class FourEyes {

    private static final String SINCE_TAKEN_UP = """
            and id > coalesce((select max(id) from yiban.case_event
            where case_number = :number and step in ('reopened', 'objectionReopens')), 0)
            """;

    private final JdbcClient jdbc;

    FourEyes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Refuses an approval by someone who has registered or assessed the case. */
    public void requireMayApprove(CaseNumber number, String userId) {
        if (acted("", number, userId, CasePart.REGISTER, CasePart.ASSESS)) {
            throw ProblemException.of(ProblemKind.FORBIDDEN, "您登记或审核过案件 " + number + "，不能再由您审批；请交由其他审批人办理");
        }
    }

    /**
     * Refuses a decision on an objection by someone who assessed or approved what it is against; what was done before the
     * case was taken up again is not what it is against.
     */
    public void requireMayDecideObjection(CaseNumber number, String userId) {
        if (acted(SINCE_TAKEN_UP, number, userId, CasePart.ASSESS, CasePart.APPROVE)) {
            throw ProblemException.of(ProblemKind.FORBIDDEN, "您审核或审批过案件 " + number + "，不能再由您复核对它的异议；请交由其他人办理");
        }
    }

    private boolean acted(String since, CaseNumber number, String userId, CasePart... parts) {
        return jdbc.sql("""
                        select exists (select 1 from yiban.case_event
                        where case_number = :number and by_user = :user and part = any (:parts) %s)
                        """.formatted(since))
                .param("number", number.value())
                .param("user", userId)
                .param("parts", Arrays.stream(parts).map(CasePart::name).toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }
}
