package org.yiban.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.StatementCreatorUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes of the running transaction that may wait: they go to the database together, in their order and in one trip, before
 * anything else is asked through Spring's JDBC classes in the same transaction, and at the latest before it commits. What a
 * write violates is reported there, not where the write was handed over, and undoes the transaction all the same. Without a
 * transaction a write happens at once.
 */
@Component
public class PendingWrites implements TransactionExecutionListener {

    private final JdbcOperations jdbc;

    PendingWrites(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** Hands over a write; parameters may be {@code null}. */
    public void later(String sql, Object... parameters) {
        later(sql, Arrays.asList(parameters), changed -> {
            // However many rows it changed.
        });
    }

    /**
     * Hands over a write.
     *
     * @param changed is told how many rows were changed; an exception of its own undoes the transaction
     */
    public void later(String sql, List<?> parameters, IntConsumer changed) {
        later(null, sql, parameters, changed);
    }

    /**
     * Hands over a write that may be taken back as long as it waits.
     *
     * @param key what it is taken back by
     */
    public void later(Object key, String sql, List<?> parameters, IntConsumer changed) {
        add(new Statement(key, sql, parameters, (rows, count) -> changed.accept(count)));
    }

    /** Takes back a write that was handed over under a key; whether it was still waiting. */
    public boolean takeBack(Object key) {
        Waiting waiting = waiting();
        return waiting != null && waiting.statements.removeIf(statement -> key.equals(statement.key()));
    }

    /**
     * Hands over a statement that returns rows.
     *
     * @param eachRow is given every one of them; likewise
     */
    public void laterReturning(String sql, List<?> parameters, RowReader eachRow) {
        add(new Statement(null, sql, parameters, (rows, count) -> {
            while (rows.next()) {
                eachRow.read(rows);
            }
        }));
    }

    /** Asks now, in one trip with all that waits, which goes first. */
    public <T> List<T> query(String sql, List<?> parameters, RowMapper<T> mapper) {
        List<T> found = new ArrayList<>();
        laterReturning(sql, parameters, row -> found.add(mapper.mapRow(row, found.size())));
        flush();
        return found;
    }

    /** Asks what no write of this transaction that waits can change: they go on waiting. */
    public <T> T past(Supplier<T> read) {
        Waiting waiting = waiting();
        if (waiting == null) {
            return read.get();
        }
        boolean before = waiting.held;
        waiting.held = true;
        try {
            return read.get();
        } finally {
            waiting.held = before;
        }
    }

    /** The last thing of a transaction before its commit. */
    @Override
    public void beforeCommit(TransactionExecution transaction) {
        flush();
    }

    /** Sends what waits, and what its answers hand over; nothing without a transaction, or while something is asked past it. */
    void flush() {
        Waiting waiting = waiting();
        if (waiting == null || waiting.held) {
            return;
        }
        while (!waiting.statements.isEmpty()) {
            List<Statement> statements = List.copyOf(waiting.statements);
            waiting.statements.clear();
            send(statements);
        }
    }

    private void add(Statement statement) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            joined().statements.add(statement);
        } else {
            send(List.of(statement));
        }
    }

    private Waiting joined() {
        Waiting known = waiting();
        if (known != null) {
            return known;
        }
        Waiting waiting = new Waiting();
        TransactionSynchronizationManager.bindResource(this, waiting);
        TransactionSynchronizationManager.registerSynchronization(new Binding(waiting));
        return waiting;
    }

    private Waiting waiting() {
        return (Waiting) TransactionSynchronizationManager.getResource(this);
    }

    private void send(List<Statement> statements) {
        String all = statements.stream().map(Statement::sql).collect(Collectors.joining(";\n"));
        jdbc.execute((ConnectionCallback<Void>) connection -> {
            send(connection, all, statements);
            return null;
        });
    }

    private static void send(Connection connection, String all, List<Statement> statements) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(all)) {
            int index = 1;
            for (Statement statement : statements) {
                for (Object parameter : statement.parameters()) {
                    StatementCreatorUtils.setParameterValue(prepared, index++, SqlTypeValue.TYPE_UNKNOWN, parameter);
                }
            }
            boolean rows = prepared.execute();
            for (Statement statement : statements) {
                try (ResultSet result = rows ? prepared.getResultSet() : null) {
                    statement.answer().take(result, rows ? 0 : prepared.getUpdateCount());
                }
                rows = prepared.getMoreResults();
            }
        }
    }

    /** What one row says. */
    @FunctionalInterface
    public interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    /** What becomes of the answer to a statement: its rows, or {@code null} and how many it changed. */
    @FunctionalInterface
    private interface Answer {
        void take(ResultSet rows, int changed) throws SQLException;
    }

    private record Statement(Object key, String sql, List<?> parameters, Answer answer) {}

    /** What waits in one transaction. */
    private static final class Waiting {
        private final List<Statement> statements = new ArrayList<>();
        private boolean held;
    }

    /** To one transaction; suspended with it where another one runs within. */
    private final class Binding implements TransactionSynchronization {

        private final Waiting waiting;

        Binding(Waiting waiting) {
            this.waiting = waiting;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(PendingWrites.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(PendingWrites.this, waiting);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(PendingWrites.this);
        }
    }
}
