package org.yiban.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.casework.CaseState;
import org.yiban.database.PendingWrites;
import org.yiban.kernel.CaseNumber;

/** Keeps the rows of files; every change joins its caller's transaction. */
@Component
class BulkRows {

    private static final TypeReference<List<RowProblem>> PROBLEMS = new TypeReference<>() {};
    private static final String SELECT = """
            select r.number, r.together, r.state, r.problems, r.outcome, r.outcome_title, r.amount, r.basis, r.sampled, r.case_number,
                r.failure, c.content
            from yiban.bulk_row r left join yiban.bulk_content c on c.file_id = r.file_id and c.number = r.number
            """;

    private final JdbcClient jdbc;
    private final PendingWrites writes;
    private final BulkContents contents;
    private final ObjectMapper json = new ObjectMapper();

    BulkRows(JdbcClient jdbc, PendingWrites writes, BulkContents contents) {
        this.jdbc = jdbc;
        this.writes = writes;
        this.contents = contents;
    }

    /** Adds rows as they were read. */
    void add(long file, List<ReadRow> rows) {
        Integer[] numbers = rows.stream().map(ReadRow::number).toArray(Integer[]::new);
        String[] problems = rows.stream().map(row -> written(row.problems())).toArray(String[]::new);
        byte[][] cells = rows.stream()
                .map(row -> contents.seal(file, row.number(), row.cells()))
                .toArray(byte[][]::new);
        jdbc.sql("""
                        insert into yiban.bulk_row (file_id, number, together, state, problems)
                        select ?, number, together, case when problems is null then 'READ' else 'FAULTY' end, problems::jsonb
                        from unnest(?::integer[], ?::integer[], ?::text[]) as r (number, together, problems)
                        """)
                .params(file, numbers, rows.stream().map(ReadRow::together).toArray(Integer[]::new), problems)
                .update();
        jdbc.sql("""
                        insert into yiban.bulk_content (file_id, number, content)
                        select ?, number, content from unnest(?::integer[], ?::bytea[]) as r (number, content)
                        """).params(file, numbers, cells).update();
    }

    /** Removes all rows: the file is read again from its beginning. */
    void clear(long file) {
        jdbc.sql("delete from yiban.bulk_content where file_id = ?").param(file).update();
        jdbc.sql("delete from yiban.bulk_row where file_id = ?").param(file).update();
    }

    /** Writes down what was found of rows. */
    void examined(long file, List<ExaminedRow> rows) {
        jdbc.sql("""
                        update yiban.bulk_row r set
                            state = case when e.problems is null then 'READY' else 'FAULTY' end, problems = e.problems::jsonb,
                            outcome = e.outcome, outcome_title = e.title, amount = e.amount, basis = e.basis
                        from unnest(?::integer[], ?::text[], ?::text[], ?::text[], ?::numeric[], ?::text[])
                            as e (number, problems, outcome, title, amount, basis)
                        where r.file_id = ? and r.number = e.number and r.state = 'READ'
                        """)
                .params(
                        rows.stream().map(ExaminedRow::number).toArray(Integer[]::new),
                        rows.stream().map(row -> written(row.problems())).toArray(String[]::new),
                        column(rows, RowPreview::outcome),
                        column(rows, RowPreview::title),
                        rows.stream()
                                .map(row -> row.preview() == null
                                        ? null
                                        : row.preview().amount())
                                .toArray(BigDecimal[]::new),
                        column(rows, RowPreview::basis),
                        file)
                .update();
    }

    private static String[] column(List<ExaminedRow> rows, Function<RowPreview, String> text) {
        return rows.stream()
                .map(row -> row.preview() == null ? null : text.apply(row.preview()))
                .toArray(String[]::new);
    }

    /**
     * Rows that wait to be examined, about so many: those that belong together are all there, one after the other.
     *
     * @param after what the last ones belonged to
     */
    List<KeptRow> nextTogether(long file, int after, int limit) {
        return jdbc.sql(SELECT + """
                        where r.file_id = ? and r.state = 'READ' and r.together > ? and r.together <= (
                            select max(together) from (
                                select together from yiban.bulk_row where file_id = ? and state = 'READ' and together > ?
                                order by together limit ?) as waiting)
                        order by r.together, r.number
                        """)
                .params(file, after, file, after, limit)
                .query((row, n) -> row(file, row))
                .list();
    }

    /** Rows in a state after one of them, in order, with their contents. */
    List<KeptRow> next(long file, RowState state, int after, int limit) {
        return jdbc.sql(SELECT + "where r.file_id = ? and r.state = ? and r.number > ? order by r.number limit ?")
                .params(file, state.name(), after, limit)
                .query((row, n) -> row(file, row))
                .list();
    }

    /** Rows in whatever state after one of them, likewise. */
    List<KeptRow> next(long file, int after, int limit) {
        return jdbc.sql(SELECT + "where r.file_id = ? and r.number > ? order by r.number limit ?")
                .params(file, after, limit)
                .query((row, n) -> row(file, row))
                .list();
    }

    Optional<KeptRow> find(long file, int number) {
        return jdbc.sql(SELECT + "where r.file_id = ? and r.number = ?")
                .params(file, number)
                .query((row, n) -> row(file, row))
                .optional();
    }

    /** The sample: the largest amounts first, then the others in their order. */
    List<KeptRow> sample(long file) {
        return jdbc.sql(SELECT + """
                        where r.file_id = ? and r.sampled is not null
                        order by r.sampled, case when r.sampled = 'LARGEST' then r.amount end desc, r.number
                        """)
                .param(file)
                .query((row, n) -> row(file, row))
                .list();
    }

    /** Draws a sample: the same rows whenever it is drawn by the same seed. */
    void drawSample(long file, int largest, int random, long seed) {
        jdbc.sql("update yiban.bulk_row set sampled = null where file_id = ? and sampled is not null")
                .param(file)
                .update();
        jdbc.sql("""
                        update yiban.bulk_row set sampled = 'LARGEST' where file_id = ? and number in (
                            select number from yiban.bulk_row where file_id = ? and state = 'READY' and amount is not null
                            order by amount desc, number limit ?)
                        """).params(file, file, largest).update();
        jdbc.sql("""
                        update yiban.bulk_row set sampled = 'RANDOM' where file_id = ? and number in (
                            select number from yiban.bulk_row where file_id = ? and state = 'READY' and sampled is null
                            order by md5(? || ':' || number), number limit ?)
                        """).params(file, file, Long.toString(seed), random).update();
    }

    /** Holds a row that is to be opened, if its file is still running and no other node has the row. */
    boolean take(long file, int number) {
        return jdbc.sql("""
                        select 1 from yiban.bulk_row r join yiban.bulk_file f on f.id = r.file_id
                        where r.file_id = ? and r.number = ? and r.state = 'READY' and f.state = 'RUNNING'
                        for update of r skip locked
                        """)
                .params(file, number)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void opened(long file, int number, CaseNumber opened) {
        writes.later(
                "update yiban.bulk_row set state = 'OPENED', case_number = ?, failure = null"
                        + " where file_id = ? and number = ?",
                opened.value(),
                file,
                number);
    }

    void failed(long file, int number, String failure) {
        jdbc.sql("update yiban.bulk_row set state = 'FAILED', tries = tries + 1, failure = ?"
                        + " where file_id = ? and number = ? and state = 'READY'")
                .params(failure, file, number)
                .update();
    }

    /** Lets failed rows be tried again; returns how many. */
    int retry(long file) {
        return jdbc.sql("update yiban.bulk_row set state = 'READY' where file_id = ? and state = 'FAILED'")
                .param(file)
                .update();
    }

    boolean any(long file, RowState state) {
        return jdbc.sql("select exists (select from yiban.bulk_row where file_id = ? and state = ?)")
                .params(file, state.name())
                .query(Boolean.class)
                .single();
    }

    /** How many rows there are in each state. */
    Map<RowState, Integer> counts(long file) {
        Map<RowState, Integer> counts = new EnumMap<>(RowState.class);
        jdbc.sql("select state, count(*) from yiban.bulk_row where file_id = ? group by state")
                .param(file)
                .query(row -> {
                    counts.put(RowState.valueOf(row.getString(1)), row.getInt(2));
                });
        return counts;
    }

    /** The rows that were found acceptable, added up by outcome. */
    List<Total> totals(long file) {
        return jdbc.sql("""
                        select outcome, min(outcome_title) as title, count(*) as row_count, sum(amount) as amount
                        from yiban.bulk_row where file_id = ? and outcome is not null group by outcome order by count(*) desc
                        """)
                .param(file)
                .query((row, n) -> new Total(
                        row.getString("outcome"),
                        row.getString("title"),
                        row.getInt("row_count"),
                        row.getBigDecimal("amount")))
                .list();
    }

    /** What became of rows after one of them, in order. */
    List<Outcome> outcomes(long file, int after, int limit) {
        return jdbc.sql("""
                        select r.number, r.state, r.case_number, r.outcome_title, r.amount, r.failure,
                            f.state as case_state, f.outcome as case_outcome
                        from yiban.bulk_row r left join yiban.case_file f on f.case_number = r.case_number
                        where r.file_id = ? and r.number > ? order by r.number limit ?
                        """)
                .params(file, after, limit)
                .query((row, n) -> new Outcome(
                        row.getInt("number"),
                        RowState.valueOf(row.getString("state")),
                        row.getString("case_number"),
                        row.getString("outcome_title"),
                        row.getBigDecimal("amount"),
                        row.getString("failure"),
                        row.getString("case_state") == null ? null : CaseState.valueOf(row.getString("case_state")),
                        row.getString("case_outcome")))
                .list();
    }

    /**
     * What became of a row.
     *
     * @param caseNumber its case, with how it stands; {@code null} if none was opened
     */
    record Outcome(
            int number,
            RowState state,
            String caseNumber,
            String title,
            BigDecimal amount,
            String failure,
            CaseState caseState,
            String caseOutcome) {}

    /**
     * Rows of one outcome.
     *
     * @param amount yuan of all of them; {@code null} where none has any
     */
    record Total(String outcome, String title, int rows, BigDecimal amount) {}

    /**
     * A row as it was read.
     *
     * @param together number of the first row that must be examined together with it
     * @param problems empty where all cells are of their types
     */
    record ReadRow(int number, int together, List<String> cells, List<RowProblem> problems) {}

    private KeptRow row(long file, ResultSet row) throws SQLException {
        int number = row.getInt("number");
        byte[] kept = row.getBytes("content");
        String outcome = row.getString("outcome");
        String problems = row.getString("problems");
        return new KeptRow(
                number,
                row.getInt("together"),
                RowState.valueOf(row.getString("state")),
                kept == null ? List.of() : contents.open(file, number, kept),
                problems == null ? List.of() : read(problems),
                outcome == null
                        ? null
                        : new RowPreview(
                                outcome,
                                row.getString("outcome_title"),
                                row.getBigDecimal("amount"),
                                row.getString("basis")),
                row.getString("sampled"),
                row.getString("case_number"),
                row.getString("failure"));
    }

    private String written(List<RowProblem> problems) {
        try {
            return problems.isEmpty() ? null : json.writeValueAsString(problems);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<RowProblem> read(String problems) {
        try {
            return json.readValue(problems, PROBLEMS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
