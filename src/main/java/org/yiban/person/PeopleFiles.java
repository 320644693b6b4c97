package org.yiban.person;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The content of the three CSV files of docs/people-csv.md; an empty array stands for a file that is not given.
 *
 * @param people who they are
 * @param enrolments where they are enrolled
 * @param months which months are paid or deemed
 */
public record PeopleFiles(byte[] people, byte[] enrolments, byte[] months) {

    /** SHA-256 over the three, in hexadecimal: the same content has the same digest. */
    public String digest() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (byte[] file : new byte[][] {people, enrolments, months}) {
                sha256.update((file.length + ":").getBytes(StandardCharsets.US_ASCII));
                sha256.update(file);
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
