package org.yiban.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;

/** Stands for all that a change rests on, so that what is applied is exactly what was previewed. */
final class ChangeDigest {

    private final MessageDigest digest;

    /** @param version of the calendar that is to be changed */
    ChangeDigest(long version) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        and(version);
    }

    ChangeDigest and(Object value) {
        return and(String.valueOf(value).getBytes(StandardCharsets.UTF_8));
    }

    ChangeDigest and(byte[] content) {
        digest.update((content.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(content);
        return this;
    }

    String text() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Refuses to apply what was not previewed, or not upon the calendar as it is now. */
    static void require(String expected, String given) {
        if (given == null || given.isBlank()) {
            throw ProblemException.invalid("digest", null, "请先预览，再连同预览给出的 digest 一起提交");
        }
        if (!expected.equals(given.strip())) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT, "digest", given, "提交的内容与预览的不同，或预览之后日历又有变动；请重新预览再提交。没有改变任何数据。");
        }
    }
}
