package org.yiban.access.hardening;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of Camunda's web API is used here; everything else is shut for everyone. Reading is by resource, changing by path:
 * claiming, assigning, job retries, and the administration of accounts. Work on a case goes through our own
 * endpoints, deployments and stored filters through the application, so no path for them stands here. Whether a person may
 * do what is let through is then the engine's question (grants, candidates, tenants).
 */
final class EngineApiRules {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private static final String ENGINE = "/engine/engine/default/";

    private static final Pattern SET_UP = Pattern.compile("/admin/setup(/.*)?");

    /** Figures that the engine counts across all pools, whoever asks. */
    private static final Pattern ACROSS_POOLS = Pattern.compile(ENGINE
            + "(history/(process-definition|case-definition|decision-requirements-definition)/[^/]+/statistics"
            + "|history/[^/]+/cleanable-[^/]+(/count)?|history/cleanup/.*|metrics/.*|schema/.*)"
            + "|/admin/plugin/.*/metrics.*");

    private static final Pattern TASK = Pattern.compile(ENGINE + "task/(?!count$|create$|report/)([^/]+)(/.*)?");

    private static final Pattern COMMENT = Pattern.compile(ENGINE + "task/[^/]+/comment/create");

    private static final List<Pattern> READABLE = List.of(
            Pattern.compile("/(admin|cockpit|tasklist|welcome)/.*"),
            Pattern.compile("/engine/engine/?"),
            Pattern.compile(ENGINE
                    + "(authorization|batch|case-definition|decision-definition|decision-requirements-definition|deployment|event-subscription"
                    + "|execution|external-task|filter|group|history|identity|incident|job|job-definition|metrics"
                    + "|process-definition|process-instance|schema|task|tenant|user|variable-instance|version)(/.*)?"));

    private static final List<Write> WRITABLE = List.of(
            // queries whose criteria travel in the body
            post("(task|process-instance|execution|external-task|job|job-definition|variable-instance|group)(/count)?"),
            post("history/(process-instance|task|variable-instance|activity-instance|detail|job-log|external-task-log)"
                    + "(/count)?"),
            post("filter/[^/]+/(list|count|singleResult)"),
            new Write("POST", "/cockpit/plugin/base/default/(process-instance|incident)(/(count)?)?"),
            new Write("POST", "/cockpit/plugin/base/default/process-definition/[^/]+/called-process-definitions"),
            new Write("POST", "/cockpit/plugin/base/default/process-instance/[^/]+/called-process-instances"),
            // logging in and out
            new Write("POST", "/admin/auth/user/default/login/(admin|cockpit|tasklist|welcome)"),
            new Write("POST", "/admin/auth/user/default/logout"),
            // taking and giving tasks
            post("task/[^/]+/(claim|unclaim|assignee|identity-links|identity-links/delete)"),
            // trying again what failed
            put("(job|job-definition)/[^/]+/retries"),
            // accounts
            post("identity/password-policy"),
            post("(authorization|group|tenant|user)/create"),
            post("user/[^/]+/unlock"),
            put("user/[^/]+/(profile|credentials)"),
            put("(authorization|group|tenant)/[^/]+"),
            put("(group/[^/]+/members|tenant/[^/]+/(user|group)-members)/[^/]+"),
            delete("(authorization|group|tenant|user)/[^/]+"),
            delete("(group/[^/]+/members|tenant/[^/]+/(user|group)-members)/[^/]+"));

    private EngineApiRules() {}

    /**
     * Whether a request may reach the web API at all.
     *
     * @param path decoded path below {@code /camunda/api}, beginning with a slash
     */
    static boolean allow(String method, String path) {
        if (SET_UP.matcher(path).matches()) {
            return false;
        }
        if (READING.contains(method)) {
            return READABLE.stream().anyMatch(readable -> readable.matcher(path).matches());
        }
        return WRITABLE.stream().anyMatch(write -> write.matches(method, path));
    }

    /** Whether a path answers with figures of all pools, and so is for administrators alone. */
    static boolean isAcrossPools(String path) {
        return ACROSS_POOLS.matcher(path).matches();
    }

    /** The id of the one task that a path is about. */
    static Optional<String> taskOf(String path) {
        Matcher task = TASK.matcher(path);
        return task.matches() ? Optional.of(task.group(1)) : Optional.empty();
    }

    /** Why a path is refused, and where to go instead. */
    static String refusal(String path) {
        if (COMMENT.matcher(path).matches()) {
            return "任务备注未开放：备注不加密，不得写入个人信息。请在办理表单或案件页中记录。";
        }
        return isWorkOnACase(path) ? "不能直接调用流程引擎接口办理。请在任务列表中打开表单办理，或使用本系统的 /api 接口。" : "流程引擎的这个接口未开放。";
    }

    private static boolean isWorkOnACase(String path) {
        return path.matches(
                ENGINE + "(task|process-definition|process-instance|execution|message|signal|condition)(/.*)?");
    }

    private static Write post(String path) {
        return new Write("POST", ENGINE + path);
    }

    private static Write put(String path) {
        return new Write("PUT", ENGINE + path);
    }

    private static Write delete(String path) {
        return new Write("DELETE", ENGINE + path);
    }

    private record Write(String method, Pattern path) {

        Write(String method, String path) {
            this(method, Pattern.compile(path));
        }

        boolean matches(String actualMethod, String actualPath) {
            return method.equals(actualMethod) && path.matcher(actualPath).matches();
        }
    }
}
