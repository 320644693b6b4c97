package org.yiban.access.hardening;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;
import org.yiban.access.Role;
import org.yiban.access.web.ProblemResponses;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;

/**
 * Stands before the API of Camunda's web applications and lets through what {@link EngineApiRules} name, with bodies and
 * parameters that carry no expression (CVE-2026-109432: expressions in sub-queries are evaluated for anybody). Nobody is
 * exempt, administrators neither.
 */
class EngineApiGuard extends OncePerRequestFilter {

    /** Where the API of the web applications stands. */
    static final String ROOT = "/camunda/api";

    private static final int LARGEST_BODY = 1 << 20;
    private static final Pattern PLAIN_PATH = Pattern.compile("[\\p{L}\\p{N}._:@, /-]+");
    private static final Pattern LOGIN = Pattern.compile("/admin/auth/user/default/login/.*");
    private static final Pattern CLAIM = Pattern.compile(".*/task/[^/]+/claim");
    private static final Pattern ASSIGNMENT = Pattern.compile(".*/task/[^/]+/(assignee|identity-links(/delete)?)");

    private final ProblemResponses problems;
    private final TaskService tasks;

    EngineApiGuard(ProblemResponses problems, TaskService tasks) {
        this.problems = problems;
        this.tasks = tasks;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpServletRequest checked;
        try {
            checked = check(request);
        } catch (ProblemException refusal) {
            problems.write(response, refusal);
            return;
        }
        chain.doFilter(checked, response);
    }

    private HttpServletRequest check(HttpServletRequest request) throws IOException {
        String path = path(request);
        if (!EngineApiRules.allow(request.getMethod(), path)) {
            throw ProblemException.of(ProblemKind.FORBIDDEN, EngineApiRules.refusal(path));
        }
        if (EngineApiRules.isAcrossPools(path) && !isAdministrator(login(request))) {
            throw ProblemException.of(ProblemKind.FORBIDDEN, "这项统计跨统筹区，只对系统管理员开放。");
        }
        EngineApiRules.taskOf(path).ifPresent(task -> checkPool(login(request), task));
        refuseExpressionParameters(request.getQueryString());
        if (LOGIN.matcher(path).matches()) {
            return request;
        }
        if (!request.getMethod().equals("GET") && ASSIGNMENT.matcher(path).matches()) {
            checkAssignment(login(request));
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > 0) {
            checkBody(request, path, body);
        }
        return new BodyReadAhead(request, body);
    }

    private static String path(HttpServletRequest request) {
        String raw = request.getRequestURI().substring(request.getContextPath().length());
        String path = UriUtils.decode(raw, StandardCharsets.UTF_8);
        if (!path.startsWith(ROOT)
                || !PLAIN_PATH.matcher(path).matches()
                || path.contains("/.")
                || path.contains("//")) {
            throw ProblemException.of(ProblemKind.FORBIDDEN, "地址中含有不允许的字符。");
        }
        return path.substring(ROOT.length());
    }

    private static void refuseExpressionParameters(String query) {
        if (query == null) {
            return;
        }
        Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2)[0])
                .map(name -> UriUtils.decode(name.replace('+', ' '), StandardCharsets.UTF_8)
                        .strip())
                .filter(JsonBody::namesAnExpression)
                .findFirst()
                .ifPresent(EngineApiGuard::refuseExpression);
    }

    private static void checkBody(HttpServletRequest request, String path, byte[] body) {
        if (body.length > LARGEST_BODY) {
            throw ProblemException.invalid("body", null, "请求正文过大");
        }
        if (!isPlainJson(request)) {
            throw ProblemException.invalid("Content-Type", request.getContentType(), "只接受 application/json（UTF-8）");
        }
        JsonBody json = read(body);
        json.keys().stream()
                .filter(JsonBody::namesAnExpression)
                .findFirst()
                .ifPresent(EngineApiGuard::refuseExpression);
        if (CLAIM.matcher(path).matches()) {
            checkClaim(login(request), json);
        }
    }

    private static JsonBody read(byte[] body) {
        try {
            return JsonBody.read(body);
        } catch (IOException notJson) {
            throw ProblemException.invalid("body", null, "请求正文不是有效的 JSON");
        }
    }

    private static boolean isPlainJson(HttpServletRequest request) {
        String type = request.getContentType() == null
                ? ""
                : request.getContentType().toLowerCase(Locale.ROOT).replace(" ", "");
        return (type.equals("application/json") || type.equals("application/json;charset=utf-8"))
                && request.getHeader("Content-Encoding") == null;
    }

    /** A task of another pool is answered as one that does not exist: the engine would tell the two apart. */
    private void checkPool(UserAuthentication login, String task) {
        if (login == null || isAdministrator(login)) {
            return;
        }
        List<String> pools = login.getTenantIds() == null ? List.of() : login.getTenantIds();
        boolean ofOwnPool = !pools.isEmpty()
                && tasks.createTaskQuery()
                                .taskId(task)
                                .tenantIdIn(pools.toArray(String[]::new))
                                .count()
                        > 0;
        if (!ofOwnPool && !(isAnalyst(login) && isOfNoPool(task))) {
            throw ProblemException.of(ProblemKind.NOT_FOUND, "没有这项任务，或者它已经办结。");
        }
    }

    /** What concerns all pools, the publication of tables, is the analysts' alone. */
    private boolean isOfNoPool(String task) {
        return tasks.createTaskQuery().taskId(task).withoutTenantId().count() > 0;
    }

    private static boolean isAnalyst(UserAuthentication login) {
        return login.getGroupIds() != null && login.getGroupIds().stream().anyMatch(Role.ANALYSE::isRoleOf);
    }

    private static void checkClaim(UserAuthentication login, JsonBody json) {
        for (JsonBody.Member member : json.topLevel()) {
            if (member.key().equals("userId")
                    && (login == null || !member.text().equals(login.getIdentityId()))) {
                throw ProblemException.of(ProblemKind.FORBIDDEN, "userId", member.text(), "只能为本人认领任务。");
            }
        }
    }

    private static void checkAssignment(UserAuthentication login) {
        if (login == null || login.getGroupIds().stream().noneMatch(Role.SUPERVISE::isRoleOf)) {
            throw ProblemException.of(ProblemKind.FORBIDDEN, "只有本统筹区的主管可以分派任务。");
        }
    }

    private static boolean isAdministrator(UserAuthentication login) {
        return login != null && login.getGroupIds().contains(Groups.CAMUNDA_ADMIN);
    }

    private static UserAuthentication login(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null
                ? null
                : (UserAuthentication)
                        AuthenticationUtil.getAuthsFromSession(session).getAuthenticationForProcessEngine("default");
    }

    private static void refuseExpression(String name) {
        throw ProblemException.invalid(name, null, "不接受表达式，请填写具体的值");
    }
}
