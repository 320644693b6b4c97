package org.yiban.kernel;

/** The kinds of refusal a caller can meet; each has one HTTP status and one problem type. */
public enum ProblemKind {
    /** A value is missing, malformed or outside what is allowed. */
    INVALID_INPUT(400, "invalid-input", "输入有误"),
    /** The caller has not said who they are. */
    UNAUTHENTICATED(401, "unauthenticated", "请先登录"),
    /** The caller may not do this, or not in this pool. */
    FORBIDDEN(403, "forbidden", "无权办理"),
    /** Nothing of that name or number is on record (or the caller may not know that it is). */
    NOT_FOUND(404, "not-found", "没有找到"),
    /** The request contradicts what is on record. */
    CONFLICT(409, "conflict", "与已有记录冲突");

    private final int status;
    private final String slug;
    private final String title;

    ProblemKind(int status, String slug, String title) {
        this.status = status;
        this.slug = slug;
        this.title = title;
    }

    /** HTTP status code. */
    public int status() {
        return status;
    }

    /** Last part of the problem type's URI. */
    public String slug() {
        return slug;
    }

    /** Short Chinese title. */
    public String title() {
        return title;
    }
}
