package org.yiban.access.accounts;

import org.camunda.bpm.engine.authorization.Groups;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Outside the demo profile the first administrator comes from the environment; without one the application does not start,
 * because an empty administrators' group opens the engine's set-up page to anybody.
 */
@Component
class FirstAdministrator {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private static final String ACTION = """
            请设置环境变量 YIBAN_ADMIN_USER（字母和数字）和 YIBAN_ADMIN_PASSWORD（至少 12 个字符，不得包含用户名），再启动一次；建立后可撤去。
            Set YIBAN_ADMIN_USER (letters and digits) and YIBAN_ADMIN_PASSWORD (12 characters or more, without the user id), \
            then start again; both may go once the account exists.""";

    private final Accounts accounts;
    private final String user;
    private final String password;

    FirstAdministrator(
            Accounts accounts,
            @Value("${yiban.admin.user:}") String user,
            @Value("${yiban.admin.password:}") String password) {
        this.accounts = accounts;
        this.user = user;
        this.password = password;
    }

    /** Creates the administrator named by the environment if there is none. */
    void ensure() {
        if (accounts.hasAdministrator()) {
            return;
        }
        if (user.isBlank() || password.isBlank()) {
            throw new StartRefusedException("系统还没有管理员。\nThere is no administrator yet.", ACTION);
        }
        if (!user.matches("[A-Za-z0-9]+")) {
            throw new StartRefusedException(
                    "YIBAN_ADMIN_USER 只能由字母和数字组成。\nYIBAN_ADMIN_USER takes letters and digits only.", ACTION);
        }
        if (!PasswordRules.strict().accept(password, user)) {
            throw new StartRefusedException(
                    "YIBAN_ADMIN_PASSWORD 不符合密码要求。\nYIBAN_ADMIN_PASSWORD does not meet the rules.", ACTION);
        }
        accounts.ensureUser(user, user, null, password, Groups.CAMUNDA_ADMIN);
        LOG.info("已建立首个管理员 {} / first administrator created", user);
    }
}
