package org.yiban.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.database.PendingWrites;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.ProvisionReference;
import org.yiban.policy.register.TableRegister;

/** Keeps with each case how its decisions came about: one row a decision, never changed. */
@Component
public class DecisionRecords {

    private static final String INSERT = "insert into yiban.decision_record (case_number, family, business_date, facts,"
            + " instrument, table_id, table_version, rule_id, rule_text, results, basis, reasons, table_set, binding,"
            + " decided_at) values ";
    private static final String ROW = "(?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?::jsonb, ?, ?::jsonb, ?, ?, ?)";
    private static final int ROWS_A_STATEMENT = 100;
    private static final String SELECT = "select id, case_number, family, business_date, facts, instrument, table_id,"
            + " table_version, rule_id, rule_text, results, basis, reasons, table_set, decided_at"
            + " from yiban.decision_record";

    private static final LongConsumer IN_FORCE_ELSEWHERE = sequence -> {
        // The tables here did not decide it.
    };
    private static final String HOLDING = "with held as (select yiban.hold_register() as sequence) " + INSERT + ROW
            + " returning (select sequence from held)";

    private final JdbcClient jdbc;
    private final PendingWrites writes;
    private final BusinessTime time;
    private final TableRegister register;

    DecisionRecords(JdbcClient jdbc, PendingWrites writes, BusinessTime time, TableRegister register) {
        this.jdbc = jdbc;
        this.writes = writes;
        this.register = register;
        this.time = time;
    }

    /**
     * Keeps a decision taken here, in the caller's transaction. Deciding again adds another row. At the latest when the
     * transaction ends it is made sure that the tables which decided are still in force, and that nobody changes them until
     * it has ended; the transaction fails with CONFLICT if others are in force by then.
     */
    public void keep(String caseNumber, Explanation explanation) {
        keep(caseNumber, explanation, true);
    }

    /** Keeps an answer to an enquiry, likewise. It binds nothing: tables of its date may still be published. */
    public void keepAnswer(String enquiryNumber, Explanation explanation) {
        keep(enquiryNumber, explanation, false);
    }

    private void keep(String number, Explanation explanation, boolean binding) {
        insert(number, explanation, binding, sequence -> {
            if (explanation.tableSet() != null) {
                register.requireInForce(sequence, explanation.businessDate(), explanation.tableSet());
            }
        });
    }

    /** Keeps a decision that another office took and told. */
    public void keepAsTold(String caseNumber, Explanation explanation) {
        insert(caseNumber, explanation, true, IN_FORCE_ELSEWHERE);
    }

    /**
     * Keeps what a person decided in the place of the tables.
     *
     * @return its id
     */
    public long keepByPerson(String caseNumber, Explanation explanation) {
        insert(caseNumber, explanation, true, IN_FORCE_ELSEWHERE);
        return newest(caseNumber, explanation.family()).orElseThrow().id();
    }

    /**
     * Keeps many decisions taken here at once, in the caller's transaction, as {@link #keep} does each.
     *
     * @throws org.yiban.kernel.ProblemException likewise, if one of them was decided by tables no longer in force
     */
    public void keepAll(String caseNumber, List<Explanation> explanations) {
        long sequence =
                jdbc.sql("select yiban.hold_register()").query(Long.class).single();
        OffsetDateTime decidedAt = time.now().toOffsetDateTime();
        for (int from = 0; from < explanations.size(); from += ROWS_A_STATEMENT) {
            List<Explanation> some = explanations.subList(from, Math.min(from + ROWS_A_STATEMENT, explanations.size()));
            List<Object> values = new ArrayList<>();
            some.forEach(explanation -> addRow(values, caseNumber, explanation, true, decidedAt));
            jdbc.sql(INSERT + String.join(", ", Collections.nCopies(some.size(), ROW)))
                    .params(values)
                    .update();
        }
        explanations.stream()
                .filter(explanation -> explanation.tableSet() != null)
                .forEach(explanation ->
                        register.requireInForce(sequence, explanation.businessDate(), explanation.tableSet()));
    }

    /** @param held is told the last event of the register, which holds still from then on */
    private void insert(String caseNumber, Explanation explanation, boolean binding, LongConsumer held) {
        List<Object> values = new ArrayList<>();
        addRow(values, caseNumber, explanation, binding, time.now().toOffsetDateTime());
        writes.laterReturning(HOLDING, values, row -> held.accept(row.getLong(1)));
    }

    private static void addRow(
            List<Object> values, String number, Explanation explanation, boolean binding, OffsetDateTime decidedAt) {
        values.add(number);
        values.add(explanation.family());
        values.add(explanation.businessDate());
        values.add(PlainJson.write(explanation.facts()));
        values.add(explanation.instrument());
        values.add(explanation.tableId());
        values.add(explanation.tableVersion());
        values.add(explanation.ruleId());
        values.add(explanation.ruleText());
        values.add(PlainJson.write(explanation.results()));
        values.add(explanation.results().get(Result.BASIS));
        values.add(PlainJson.write(explanation.reasons()));
        values.add(explanation.tableSet());
        values.add(binding);
        values.add(decidedAt);
    }

    /** The newest decision of a case in a family: what holds, whoever took it. */
    public Optional<RecordedDecision> newest(String caseNumber, String family) {
        return jdbc.sql(SELECT + " where case_number = ? and family = ? order by id desc limit 1")
                .params(caseNumber, family)
                .query((row, n) -> read(row))
                .optional();
    }

    /** Decisions by their ids; ids of none are absent. */
    public Map<Long, RecordedDecision> byId(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc.sql(SELECT + " where id in (:ids)").param("ids", ids).query((row, n) -> read(row)).list().stream()
                .collect(Collectors.toMap(RecordedDecision::id, Function.identity()));
    }

    /** The decisions of a case, oldest first; the order of their facts and results is not kept. */
    public List<RecordedDecision> of(String caseNumber) {
        return jdbc.sql(SELECT + " where case_number = :caseNumber order by id")
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
                row.getLong("id"),
                row.getString("case_number"),
                explanation,
                ProvisionReference.parseList(row.getString("basis")),
                row.getObject("decided_at", OffsetDateTime.class).atZoneSameInstant(BusinessTime.ZONE));
    }
}
