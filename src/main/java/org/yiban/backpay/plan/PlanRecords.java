package org.yiban.backpay.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.backpay.years.StatedService;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;

/** The tables of plans and of what they came to. */
@Component
class PlanRecords {

    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Integer>> ADJUSTMENTS = new TypeReference<>() {};
    private static final TypeReference<List<StatedService>> SERVICES = new TypeReference<>() {};
    private static final TypeReference<DecidedGap> DECIDED = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    PlanRecords(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Begins a plan; one that ended before in the same case is replaced, what it came to stays. */
    void open(ContributionPlan plan) {
        jdbc.sql("""
            insert into yiban.contribution_plan (case_number, pool, person_id, facts, adjustments, corrections, services,
                decided, option, chosen_on, months, patient_since, months_on_record, state)
            values (?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?, 'RUNNING')
            on conflict (case_number) do update set facts = excluded.facts, adjustments = excluded.adjustments,
                corrections = excluded.corrections, services = excluded.services, decided = excluded.decided,
                option = excluded.option, chosen_on = excluded.chosen_on, months = excluded.months,
                patient_since = excluded.patient_since, months_on_record = excluded.months_on_record, state = 'RUNNING', ended_on = null, ending = null,
                ending_text = null
            """)
                .params(
                        plan.number().value(),
                        plan.pool().value(),
                        plan.personId(),
                        write(plan.facts()),
                        write(plan.adjustments()),
                        write(plan.corrections()),
                        write(plan.services()),
                        plan.decided() == null ? null : write(plan.decided()),
                        plan.option(),
                        plan.chosenOn(),
                        plan.months(),
                        plan.patientSince().atDay(1),
                        plan.monthsOnRecord())
                .update();
    }

    /** Writes down a look. */
    void looked(CaseNumber number, PlanLook look) {
        update(
                "update yiban.contribution_plan set months_on_record = ? where case_number = ?",
                look.monthsOnRecord(),
                number.value());
        jdbc.sql("""
            insert into yiban.contribution_plan_look (case_number, looked_on, months_to_go, monthly, monthly_says,
                reached_in, unpaid_in_a_row, says)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
                .params(
                        number.value(),
                        look.on(),
                        look.monthsToGo(),
                        look.monthly(),
                        look.monthlySays(),
                        look.reachedIn() == null ? null : look.reachedIn().atDay(1),
                        look.unpaidInARow(),
                        look.says())
                .update();
    }

    void patientSince(CaseNumber number, YearMonth month) {
        update(
                "update yiban.contribution_plan set patient_since = ? where case_number = ?",
                month.atDay(1),
                number.value());
    }

    /** Says why a plan is going to end. */
    void ending(CaseNumber number, PlanEnd why, String text) {
        update(
                "update yiban.contribution_plan set ending = ?, ending_text = ? where case_number = ?",
                why.name(),
                text,
                number.value());
    }

    void ended(CaseNumber number, PlanState state, LocalDate on) {
        update(
                "update yiban.contribution_plan set state = ?, ended_on = ? where case_number = ?",
                state.name(),
                on,
                number.value());
    }

    Optional<ContributionPlan> find(CaseNumber number) {
        return jdbc.sql("select * from yiban.contribution_plan where case_number = ?")
                .param(number.value())
                .query(this::plan)
                .optional();
    }

    ContributionPlan require(CaseNumber number) {
        return find(number).orElseThrow(() -> new IllegalStateException("case " + number + " has no plan"));
    }

    /** The running plans of a person. */
    List<ContributionPlan> running(long personId) {
        return jdbc.sql("select * from yiban.contribution_plan where state = 'RUNNING' and person_id = ?")
                .param(personId)
                .query(this::plan)
                .list();
    }

    /** The cases whose plans run, by person. */
    Map<Long, CaseNumber> running(Collection<Long> personIds) {
        Map<Long, CaseNumber> running = new HashMap<>();
        jdbc.sql("select person_id, case_number from yiban.contribution_plan where state = 'RUNNING' and"
                        + " person_id = any (?)")
                .param(personIds.toArray(Long[]::new))
                .query(row -> {
                    running.put(row.getLong(1), new CaseNumber(row.getString(2)));
                });
        return running;
    }

    /** All running plans. */
    List<ContributionPlan> running() {
        return jdbc.sql("select * from yiban.contribution_plan where state = 'RUNNING' order by case_number")
                .query(this::plan)
                .list();
    }

    /** What a plan came to, the latest first. */
    List<PlanView.Look> looks(CaseNumber number) {
        return jdbc.sql("select * from yiban.contribution_plan_look where case_number = ? order by id desc")
                .param(number.value())
                .query((row, n) -> new PlanView.Look(
                        row.getObject("looked_on", LocalDate.class),
                        row.getObject("months_to_go", Integer.class),
                        row.getObject("monthly", BigDecimal.class),
                        row.getString("monthly_says"),
                        month(row, "reached_in"),
                        row.getInt("unpaid_in_a_row"),
                        row.getString("says")))
                .list();
    }

    private void update(String sql, Object... params) {
        jdbc.sql(sql).params(params).update();
    }

    private ContributionPlan plan(ResultSet row, int index) throws SQLException {
        String ending = row.getString("ending");
        String decided = row.getString("decided");
        return new ContributionPlan(
                new CaseNumber(row.getString("case_number")),
                new RegionCode(row.getString("pool")),
                row.getLong("person_id"),
                read(row.getString("facts"), FACTS),
                read(row.getString("adjustments"), ADJUSTMENTS),
                read(row.getString("corrections"), FACTS),
                read(row.getString("services"), SERVICES),
                decided == null ? null : read(decided, DECIDED),
                row.getString("option"),
                row.getObject("chosen_on", LocalDate.class),
                row.getInt("months"),
                month(row, "patient_since"),
                row.getInt("months_on_record"),
                PlanState.valueOf(row.getString("state")),
                row.getObject("ended_on", LocalDate.class),
                ending == null ? null : PlanEnd.valueOf(ending),
                row.getString("ending_text"));
    }

    private static YearMonth month(ResultSet row, String column) throws SQLException {
        LocalDate day = row.getObject(column, LocalDate.class);
        return day == null ? null : YearMonth.from(day);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
