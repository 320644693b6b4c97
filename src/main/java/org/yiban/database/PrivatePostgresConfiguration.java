package org.yiban.database;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Runs a private PostgreSQL under the data folder unless a URL of a real server is given. */
@Configuration(proxyBeanMethods = false)
@Conditional(PrivatePostgresConfiguration.NoServerNamed.class)
class PrivatePostgresConfiguration {

    @Bean
    DataFolder dataFolder(@Value("${yiban.data}") Path path) {
        return DataFolder.claim(path);
    }

    @Bean
    PrivatePostgres privatePostgres(DataFolder folder, @Value("${yiban.postgres-programs}") String programs) {
        return PrivatePostgres.start(
                folder, programs.isBlank() ? null : Path.of(programs).toAbsolutePath());
    }

    /** Whoever connects depends on this bean, so the server stops after the engine and the pool. */
    @Bean
    JdbcConnectionDetails privatePostgresConnection(PrivatePostgres postgres) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return postgres.user();
            }

            @Override
            public String getPassword() {
                return postgres.password();
            }

            @Override
            public String getJdbcUrl() {
                return postgres.jdbcUrl();
            }
        };
    }

    static class NoServerNamed implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !StringUtils.hasText(context.getEnvironment().getProperty("spring.datasource.url"));
        }
    }
}
