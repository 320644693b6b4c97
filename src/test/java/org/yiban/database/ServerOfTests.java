package org.yiban.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A PostgreSQL that outlives the applications of a test. */
public final class ServerOfTests implements AutoCloseable {

    private final DataFolder folder;
    private final PrivatePostgres server;

    private ServerOfTests(DataFolder folder, PrivatePostgres server) {
        this.folder = folder;
        this.server = server;
    }

    /** Starts a new server whose files stand in a folder. */
    public static ServerOfTests start(Path folder) {
        DataFolder claimed = DataFolder.claim(folder);
        return new ServerOfTests(claimed, PrivatePostgres.start(claimed, RunningJar.PROGRAMS));
    }

    public String url() {
        return server.jdbcUrl();
    }

    public String user() {
        return server.user();
    }

    public String password() {
        return server.password();
    }

    /** Opens a connection. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), user(), password());
    }

    @Override
    public void close() {
        server.close();
        folder.close();
    }
}
