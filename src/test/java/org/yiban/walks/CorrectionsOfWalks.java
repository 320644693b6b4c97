package org.yiban.walks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What cases that correct others give back of what those moved. */
@Component
@Lazy
class CorrectionsOfWalks {

    private final JdbcClient jdbc;

    CorrectionsOfWalks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The transfers of the cases that are completed here. */
    List<String> correctable(List<String> cases) {
        return jdbc.sql("""
            select case_number from yiban.case_file
            where case_number = any (?) and kind = 'TRANSFER_IN' and state = 'COMPLETED' order by 1
            """)
                .param(cases.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** The ways in which a table may be confirmed, that which gives back most first; the last gives nothing back. */
    List<Map<String, Object>> confirmations(String number) {
        Map<String, Object> months = new HashMap<>(Map.of("takenBack", months(number)));
        Map<String, Object> balance = new HashMap<>(Map.of("takenBackBalance", balance(number)));
        Map<String, Object> both = new HashMap<>(months);
        both.putAll(balance);
        for (Map<String, Object> back : List.of(both, months, balance)) {
            back.putAll(Map.of("decision", "CONFIRM", "takenBackReason", Ways.WHY));
        }
        return isCorrection(number) ? List.of(both, months, balance, Ways.CONFIRM) : List.of(Ways.CONFIRM);
    }

    private boolean isCorrection(String number) {
        return jdbc.sql("""
            select exists (select from yiban.transfer_application
                where case_number = ? and corrects_case is not null)
            """).param(number).query(Boolean.class).single();
    }

    /** The earlier half of what the corrected case brought and is here. */
    private String months(String number) {
        List<String> moved = jdbc.sql("""
            select to_char(m.month, 'YYYY-MM') from yiban.transfer_application a
            join yiban.transfer t on t.case_number = a.corrects_case
            join yiban.contribution_month m on m.person_id = t.person_id and m.pool = t.to_pool
                and m.paid_in = t.from_pool and m.transferred_out_on is null
            where a.case_number = ? order by 1
            """).param(number).query(String.class).list();
        return String.join("；", moved.subList(0, (moved.size() + 1) / 2));
    }

    /** What is left of the balance that the corrected case brought. */
    private String balance(String number) {
        return jdbc.sql("""
            select m.credited - coalesce((select sum(b.moved) from yiban.balance_move b
                join yiban.transfer_application c on c.case_number = b.case_number
                where c.corrects_case = m.case_number and b.side = 'OUT'), 0.00)
            from yiban.transfer_application a
            join yiban.balance_move m on m.case_number = a.corrects_case and m.credited > 0
            where a.case_number = ?
            """).param(number).query(String.class).optional().orElse("");
    }
}
