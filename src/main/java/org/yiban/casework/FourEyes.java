package org.yiban.casework;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;

/** Four eyes: who registered or assessed a case never approves it. */
@Component
public class FourEyes {

    private final JdbcClient jdbc;

    FourEyes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Refuses an approval by someone who has registered or assessed the case. */
    public void requireMayApprove(CaseNumber number, String userId) {
        boolean acted = jdbc.sql("""
                        select exists (select 1 from yiban.case_event
                        where case_number = ? and by_user = ? and part in ('REGISTER', 'ASSESS'))
                        """)
                .params(number.value(), userId)
                .query(Boolean.class)
                .single();
        if (acted) {
            throw ProblemException.of(ProblemKind.FORBIDDEN, "您登记或审核过案件 " + number + "，不能再由您审批；请交由其他审批人办理");
        }
    }
}
