package org.yiban.policy.checks;

/** What is wrong, and how people call it. */
public enum FindingKind {
    /** Two rules of a UNIQUE table that the same facts hit; a document listed twice for the same question. */
    OVERLAP("重叠"),
    /** Facts that no rule of any speaking document covers and no explanation either. */
    GAP("空白"),
    /** A rule, or a table, that can never answer. */
    SHADOWED("永不命中"),
    /** An input that the family does not declare. */
    UNKNOWN_FACT("没有的事实"),
    /** A literal that the fact cannot have. */
    UNKNOWN_VALUE("没有的值"),
    /** An output or a value of one that the family does not know. */
    OUTPUT("输出不合"),
    /** A basis, or an ambiguity named, that no source has. */
    BASIS("依据不存在"),
    /** A rule that decides and names no provision. */
    NO_BASIS("没有依据"),
    /** A rule without annotation. */
    NO_ANNOTATION("没有说明"),
    /** A rule that no case hits. */
    NO_CASE("没有案例"),
    /** Dates of rules, precedence and documents that do not fit. */
    PERIOD("期间不合"),
    /** Ids, hit policies, file names, tables that are missing. */
    STRUCTURE("结构不合"),
    /** A file or a cell that cannot be read. */
    UNREADABLE("读不懂");

    private final String label;

    FindingKind(String label) {
        this.label = label;
    }

    /** What people read. */
    public String label() {
        return label;
    }
}
