package org.yiban.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.ProvisionReference;
import org.yiban.policy.register.TableRegister;

/** Keeps with each case how its decisions came about: one row a decision, never changed. */
@Component
public class DecisionRecords {

    private final JdbcClient jdbc;
    private final BusinessTime time;
    private final TableRegister register;

    DecisionRecords(JdbcClient jdbc, BusinessTime time, TableRegister register) {
        this.jdbc = jdbc;
        this.register = register;
        this.time = time;
    }

    /**
     * Keeps a decision taken here, in the caller's transaction. Deciding again adds another row. Until the transaction
     * ends nobody changes which tables are in force.
     *
     * @throws org.yiban.kernel.ProblemException CONFLICT if other tables are in force by now than those that decided
     */
    public void keep(String caseNumber, Explanation explanation) {
        long sequence = insert(caseNumber, explanation);
        if (explanation.tableSet() != null) {
            register.requireInForce(sequence, explanation.businessDate(), explanation.tableSet());
        }
    }

    /** Keeps a decision that another office took and told. */
    public void keepAsTold(String caseNumber, Explanation explanation) {
        insert(caseNumber, explanation);
    }

    /** The last event of the register, which holds still from now on. */
    private long insert(String caseNumber, Explanation explanation) {
        return jdbc.sql(
                        "with held as (select yiban.hold_register() as sequence) insert into yiban.decision_record (case_number, family, business_date, facts, instrument,"
                                + " table_id, table_version, rule_id, rule_text, results, basis, reasons, table_set, decided_at)"
                                + " values (:caseNumber, :family, :businessDate, :facts::jsonb, :instrument,"
                                + " :tableId, :tableVersion, :ruleId, :ruleText, :results::jsonb, :basis, :reasons::jsonb, :tableSet, :decidedAt)"
                                + " returning (select sequence from held)")
                .param("caseNumber", caseNumber)
                .param("family", explanation.family())
                .param("businessDate", explanation.businessDate())
                .param("facts", PlainJson.write(explanation.facts()))
                .param("instrument", explanation.instrument())
                .param("tableId", explanation.tableId())
                .param("tableVersion", explanation.tableVersion())
                .param("ruleId", explanation.ruleId())
                .param("ruleText", explanation.ruleText())
                .param("results", PlainJson.write(explanation.results()))
                .param("basis", explanation.results().get(Result.BASIS))
                .param("reasons", PlainJson.write(explanation.reasons()))
                .param("tableSet", explanation.tableSet())
                .param("decidedAt", time.now().toOffsetDateTime())
                .query(Long.class)
                .single();
    }

    /** The decisions of a case, oldest first; the order of their facts and results is not kept. */
    public List<RecordedDecision> of(String caseNumber) {
        return jdbc.sql("select case_number, family, business_date, facts, instrument, table_id, table_version,"
                        + " rule_id, rule_text, results, basis, reasons, table_set, decided_at"
                        + " from yiban.decision_record where case_number = :caseNumber order by id")
                .param("caseNumber", caseNumber)
                .query((row, n) -> read(row))
                .list();
    }

    private RecordedDecision read(ResultSet row) throws SQLException {
        Explanation explanation = new Explanation(
                row.getString("family"),
                row.getObject("business_date", LocalDate.class),
                PlainJson.values(row.getString("facts")),
                row.getString("instrument"),
                row.getString("table_id"),
                row.getString("table_version"),
                row.getString("rule_id"),
                row.getString("rule_text"),
                PlainJson.values(row.getString("results")),
                PlainJson.reasons(row.getString("reasons")),
                row.getString("table_set"));
        return new RecordedDecision(
                row.getString("case_number"),
                explanation,
                ProvisionReference.parseList(row.getString("basis")),
                row.getObject("decided_at", OffsetDateTime.class).atZoneSameInstant(BusinessTime.ZONE));
    }
}
