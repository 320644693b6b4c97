package org.yiban.database;

import org.postgresql.util.PSQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Says why the PostgreSQL server named by {@code SPRING_DATASOURCE_URL} cannot be used: not reached, wrong account,
 * no such database, not enough rights. Leaves every other error to its own message.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<PSQLException> {

    private final Environment environment;

    DatabaseFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PSQLException cause) {
        String url = environment.getProperty("spring.datasource.url");
        String state = cause.getSQLState();
        if (url == null || state == null) {
            return null;
        }
        String user = environment.getProperty("spring.datasource.username", "");
        if (state.startsWith("08")) {
            return analysis(url, "连接不上数据库服务器", "检查服务器是否已启动、地址和端口（SPRING_DATASOURCE_URL）是否正确、防火墙是否放行。", cause);
        }
        if (state.startsWith("28")) {
            return analysis(
                    url,
                    "数据库拒绝了用户 %s 的登录".formatted(user),
                    "检查 SPRING_DATASOURCE_USERNAME 和 SPRING_DATASOURCE_PASSWORD，以及服务器的 pg_hba.conf。",
                    cause);
        }
        if (state.equals("3D000")) {
            return analysis(
                    url,
                    "服务器上没有这个数据库",
                    "先建立数据库：create database <库名> owner <用户>；或改正 SPRING_DATASOURCE_URL 中的库名。",
                    cause);
        }
        if (state.equals("42501")) {
            return analysis(
                    url, "数据库用户 %s 权限不足".formatted(user), "让该用户成为数据库的所有者：alter database <库名> owner to <用户>。", cause);
        }
        return null;
    }

    private static FailureAnalysis analysis(String url, String what, String action, PSQLException cause) {
        String message = cause.getMessage().lines().findFirst().orElse("");
        return new FailureAnalysis("%s：%s\n%s".formatted(what, withoutSecrets(url), message), action, cause);
    }

    /** A URL may carry an account before the host or among its parameters. */
    static String withoutSecrets(String url) {
        return url.replaceFirst("//[^/@?]*@", "//").replaceFirst("\\?.*", "");
    }
}
