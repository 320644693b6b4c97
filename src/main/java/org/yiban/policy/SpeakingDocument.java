package org.yiban.policy;

/**
 * A document that speaks to a family of decisions in a region on a day.
 *
 * @param instrument its short name; {@code null} for a table that stands for no document
 * @param number its number; {@code null} as above
 * @param title its title; {@code null} as above
 * @param table id of its table
 * @param file path of the file that holds the table
 * @param version short digest of that file
 */
public record SpeakingDocument(
        String instrument, String number, String title, String table, String file, String version) {}
