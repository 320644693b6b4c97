package org.yiban.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.kernel.Violations;

/** The objections against decisions on cases (异议). Every change joins the transaction of its caller. */
@Component
public class Objections {

    private final JdbcClient jdbc;
    private final BusinessTime time;

    Objections(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Writes down an objection against a closed case, with how it stood. */
    public void add(CaseFile file, LocalDate filedOn, String grounds, String filedBy) {
        add(file, file.outcome(), filedOn, grounds, filedBy);
    }

    /**
     * Writes down an objection against what was told in a case, which may be open still.
     *
     * @param outcome how it stood
     */
    public void add(CaseFile file, String outcome, LocalDate filedOn, String grounds, String filedBy) {
        jdbc.sql("""
            insert into yiban.case_objection
                (case_number, filed_on, grounds, filed_by, filed_at, state_before, outcome_before)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
                .params(
                        file.number().value(),
                        filedOn,
                        grounds,
                        filedBy,
                        time.now().toOffsetDateTime(),
                        file.state().name(),
                        outcome)
                .update();
    }

    /**
     * Checks the day on which an objection reached the agency: not before the person was told of a decision, not after the
     * last day. Letters that decide nothing, such as of money that arrived, do not count.
     *
     * @param until the last day on which one may object to what was told on a day
     */
    public void checkFiledOn(
            Violations violations, CaseNumber number, LocalDate filedOn, UnaryOperator<LocalDate> until) {
        LocalDate told = told(number, filedOn);
        LocalDate last = until.apply(told);
        LocalDate today = time.today();
        if (filedOn == null) {
            violations.add("filedOn", null, "必填，格式 yyyy-MM-dd");
        } else if (filedOn.isAfter(today) || filedOn.isBefore(told) || filedOn.isAfter(last)) {
            violations.add(
                    "filedOn",
                    filedOn.toString(),
                    "应在告知之日（" + told + "）至 "
                            + (last.isBefore(today) ? "异议期满之日（" + last + "）" : "今天（" + today + "）")
                            + "之间");
        }
    }

    /** When the decision was told that an objection of a day is against: the newest until then, or else the first. */
    private LocalDate told(CaseNumber number, LocalDate filedOn) {
        List<LocalDate> days = jdbc
                .sql("select issued_at from yiban.case_notice where case_number = ? and decision order by id")
                .param(number.value())
                .query(OffsetDateTime.class)
                .list()
                .stream()
                .map(BusinessTime::dayOf)
                .toList();
        if (days.isEmpty()) {
            throw ProblemException.of(ProblemKind.CONFLICT, "caseNumber", number.value(), "本案还没有告知可以提出异议的决定");
        }
        return days.stream()
                .filter(day -> filedOn != null && !day.isAfter(filedOn))
                .reduce((before, after) -> after)
                .orElse(days.get(0));
    }

    /**
     * Writes down what came of the objection that is open.
     *
     * @param by {@code null} where nobody had to decide any more: it was withdrawn, or the person died
     */
    public void decide(CaseNumber number, boolean reopened, String reason, String by) {
        jdbc.sql("""
            update yiban.case_objection set reopened = ?, reason = ?, decided_by = ?, decided_at = ?
            where case_number = ? and reopened is null
            """)
                .params(reopened, reason, by, time.now().toOffsetDateTime(), number.value())
                .update();
    }

    /** The objections of a case, oldest first. */
    public List<Objection> of(CaseNumber number) {
        return jdbc.sql("select * from yiban.case_objection where case_number = ? order by id")
                .param(number.value())
                .query(Objections::objection)
                .list();
    }

    /** The newest objection of a case; empty if there was none. */
    public Optional<Objection> newest(CaseNumber number) {
        List<Objection> all = of(number);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Whether an objection against a case waits to be decided. */
    public boolean open(CaseNumber number) {
        return newest(number).filter(objection -> objection.reopened() == null).isPresent();
    }

    /** A mark for what is done once in each round of a case, where every round but the first follows an objection. */
    public String round(CaseNumber number) {
        int round = of(number).size();
        return round == 0 ? "" : "/" + round;
    }

    private static Objection objection(ResultSet row, int index) throws SQLException {
        return new Objection(
                row.getLong("id"),
                row.getObject("filed_on", LocalDate.class),
                row.getString("grounds"),
                row.getString("filed_by"),
                moment(row, "filed_at"),
                CaseState.valueOf(row.getString("state_before")),
                row.getString("outcome_before"),
                row.getObject("reopened", Boolean.class),
                row.getString("reason"),
                row.getString("decided_by"),
                moment(row, "decided_at"));
    }

    private static OffsetDateTime moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.atZoneSameInstant(BusinessTime.ZONE).toOffsetDateTime();
    }
}
