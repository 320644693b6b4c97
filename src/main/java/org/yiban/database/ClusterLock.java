package org.yiban.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A named lock that one node at a time holds among all nodes on the same database, for work at start-up that two must
 * not do at once. It lives on a database connection of its own and ends with it, so a node that dies holds nothing.
 */
public final class ClusterLock implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ClusterLock.class);
    /** Sets our advisory locks apart from others' in the same database. */
    private static final int FAMILY = 0x79696261;

    private static final String TRY = "select pg_try_advisory_lock(?, ?)";

    private final Connection connection;

    private ClusterLock(Connection connection) {
        this.connection = connection;
    }

    /**
     * Waits until no other node holds the lock of this name, then holds it until closed. Whoever already holds it must
     * not ask again: the second call would wait for the first for ever.
     *
     * @throws IllegalStateException if the database fails
     */
    public static ClusterLock acquire(DataSource dataSource, String name) {
        Connection connection = null;
        try {
            connection = dataSource.getConnection();
            if (!take(connection, TRY, name)) {
                log.info("正在等待另一个节点完成：{}", name);
                take(connection, "select pg_advisory_lock(?, ?) is not null", name);
            }
            return new ClusterLock(connection);
        } catch (SQLException e) {
            close(connection);
            throw new IllegalStateException("cluster lock " + name + " not acquired", e);
        }
    }

    /**
     * Holds the lock of this name until closed, if no other node has it now; does not wait.
     *
     * @throws IllegalStateException if the database fails
     */
    public static Optional<ClusterLock> tryAcquire(DataSource dataSource, String name) {
        Connection connection = null;
        try {
            connection = dataSource.getConnection();
            if (take(connection, TRY, name)) {
                return Optional.of(new ClusterLock(connection));
            }
            close(connection);
            return Optional.empty();
        } catch (SQLException e) {
            close(connection);
            throw new IllegalStateException("cluster lock " + name + " not acquired", e);
        }
    }

    /** Lets the next node go on. */
    @Override
    public void close() {
        try (PreparedStatement unlock = connection.prepareStatement("select pg_advisory_unlock_all()")) {
            unlock.execute();
        } catch (SQLException e) {
            log.warn("集群锁未能主动释放，随连接关闭而释放。", e);
        } finally {
            close(connection);
        }
    }

    private static boolean take(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, FAMILY);
            statement.setInt(2, name.hashCode());
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static void close(Connection connection) {
        if (connection == null) {
            return;
        }
        try {
            connection.close();
        } catch (SQLException e) {
            log.warn("数据库连接未能关闭。", e);
        }
    }
}
