package org.yiban.person;

/** The documents whose numbers identify an insured person. */
public enum IdentityNumberKind {
    /** 居民身份证, 18 characters, GB 11643. */
    RESIDENT("居民身份证"),
    /** 港澳台居民居住证, 18 characters of the same structure, starting 810000, 820000 or 830000. */
    HK_MACAO_TAIWAN_PERMIT("港澳台居民居住证"),
    /** 外国人永久居留身份证 issued since 2023-12-01, 18 characters of the same structure, starting with 9. */
    FOREIGNER_CARD("外国人永久居留身份证"),
    /** 外国人永久居留身份证 of 2017, three letters and twelve digits. */
    FOREIGNER_CARD_2017("外国人永久居留身份证（2017版）");

    private final String chinese;

    IdentityNumberKind(String chinese) {
        this.chinese = chinese;
    }

    /** What people call the document. */
    public String chinese() {
        return chinese;
    }
}
