package org.yiban.person;

/**
 * Files of people were loaded. Published in the transaction of the import.
 *
 * @param source where they came from, for people to read
 * @param people persons added
 * @param enrolments enrolments added, ended or completed with the days of their benefits
 * @param months months added
 * @param payments payments added
 * @param accounts personal accounts added or stated anew
 */
public record PeopleImported(String source, int people, int enrolments, int months, int payments, int accounts) {}
