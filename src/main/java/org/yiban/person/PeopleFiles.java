package org.yiban.person;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The content of the CSV files of docs/people-csv.md; an empty array stands for a file that is not given.
 *
 * @param people who they are
 * @param enrolments where they are enrolled
 * @param months which months are paid or deemed
 * @param payments what was paid in
 * @param accounts what stands in personal accounts
 */
public record PeopleFiles(byte[] people, byte[] enrolments, byte[] months, byte[] payments, byte[] accounts) {

    /** SHA-256 over them, in hexadecimal: the same content has the same digest, whichever empty files are added. */
    public String digest() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (byte[] file : new byte[][] {people, enrolments, months}) {
                digest(sha256, "", file);
            }
            if (payments.length > 0) {
                digest(sha256, "payments:", payments);
            }
            if (accounts.length > 0) {
                digest(sha256, "accounts:", accounts);
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void digest(MessageDigest sha256, String name, byte[] file) {
        sha256.update((name + file.length + ":").getBytes(StandardCharsets.US_ASCII));
        sha256.update(file);
    }
}
