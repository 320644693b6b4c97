package org.yiban.exchange;

/** How a message stands. */
public enum MessageState {
    /** It will be moved on within seconds. */
    WAITING("待发出", "待处理", "%1$s is null and refused_at is null and last_error is null"),
    /** It came before anybody waited for it; it is offered again and again. */
    EARLY(null, "来早，等待中", "%1$s is null and refused_at is null and last_error is not null and early"),
    /** It could not be delivered or handled; that is tried again, less and less often. */
    FAILING("发送不成，将再试", "处理不成，将再试", "%1$s is null and refused_at is null and last_error is not null%2$s"),
    /** The partner, or our handler, said that it can never be taken: it rests until a person offers it again. */
    REFUSED("对方拒收", "不能处理", "refused_at is not null"),
    /** It was delivered, or handled. */
    DONE("已送达", "已处理", "%1$s is not null");

    private final String titleOut;
    private final String titleIn;
    private final String condition;

    MessageState(String titleOut, String titleIn, String condition) {
        this.titleOut = titleOut;
        this.titleIn = titleIn;
        this.condition = condition;
    }

    /** What people call it, in Chinese; {@code null} where it does not occur in the box. */
    public String title(Box box) {
        return box == Box.OUT ? titleOut : titleIn;
    }

    /** Whether a message can stand so in the box. */
    boolean occursIn(Box box) {
        return title(box) != null;
    }

    /** The condition in SQL on rows of the box. */
    String condition(Box box) {
        return condition.formatted(box.done(), box == Box.IN ? " and not early" : "");
    }
}
