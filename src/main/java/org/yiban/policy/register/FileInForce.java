package org.yiban.policy.register;

import java.time.LocalDate;
import java.util.List;

/**
 * A file of tables in force on a business date.
 *
 * @param path the file, under {@code processes/policy}
 * @param version short version of its content
 * @param digest SHA-256 of its content
 * @param tables ids of its tables
 * @param publication the publication it comes from; {@code null} if it came with the program
 * @param from since which business date; {@code null} if it came with the program
 */
public record FileInForce(
        String path, String version, String digest, List<String> tables, Long publication, LocalDate from) {

    public FileInForce {
        tables = List.copyOf(tables);
    }
}
