package org.yiban.database;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Spring's JDBC classes here see every write of their transaction: what waits goes first. */
@Configuration(proxyBeanMethods = false)
class WriteConfiguration {

    @Bean
    JdbcTemplate jdbcTemplate(DataSource dataSource, PendingWrites writes) {
        return new JdbcTemplate(dataSource) {
            @Override
            protected DataSource obtainDataSource() {
                writes.flush();
                return super.obtainDataSource();
            }
        };
    }
}
