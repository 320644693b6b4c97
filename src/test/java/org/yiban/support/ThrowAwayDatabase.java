package org.yiban.support;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * The database of a test is thrown away with it: it need not wait for the disk at every commit, from the first on. That what
 * is committed is on disk where it matters is what {@code PrivatePostgresTest} and the tests of the packaged jar are about.
 */
@Component
class ThrowAwayDatabase implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof DataSource database) {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                for (String setting : new String[] {"fsync", "full_page_writes"}) {
                    statement.execute("alter system set " + setting + " = off");
                }
                statement.execute("select pg_reload_conf()");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return bean;
    }
}
