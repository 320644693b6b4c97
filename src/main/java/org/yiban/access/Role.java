package org.yiban.access;

import java.util.Locale;
import org.yiban.region.RegionCode;

/** What a person does in a pool. A role in a pool is a group of the engine: {@code review371500}. */
public enum Role {
    /** Registers applications and starts cases. */
    INTAKE("登记员"),
    /** Reviews materials and facts. */
    REVIEW("审核员"),
    /** Approves; never what the same person registered or reviewed. */
    APPROVE("审批员"),
    /** Pays and reconciles. */
    FINANCE("财务"),
    /** Watches deadlines and assigns tasks; the only role that may give a task to somebody. */
    SUPERVISE("主管"),
    /** Owns the decision tables; sees no case. */
    ANALYSE("规则分析员"),
    /** Reads everything of the pool, changes nothing. */
    AUDIT("稽核员");

    private final String title;

    Role(String title) {
        this.title = title;
    }

    /** Chinese name of the role. */
    public String title() {
        return title;
    }

    /** Id of the engine's group of this role in a pool: letters and digits only, as the engine asks. */
    public String groupId(RegionCode pool) {
        return prefix() + pool.value();
    }

    /** Whether an engine group stands for this role, in whichever pool. */
    public boolean isRoleOf(String groupId) {
        return groupId.matches(prefix() + "\\d{6}");
    }

    /** What the group ids of this role begin with. */
    String prefix() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether holders see cases and the people in them. */
    public boolean seesCases() {
        return this != ANALYSE;
    }

    /** Whether holders work tasks of cases. */
    public boolean worksTasks() {
        return this != ANALYSE && this != AUDIT;
    }
}
