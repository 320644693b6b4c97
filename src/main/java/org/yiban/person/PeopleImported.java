package org.yiban.person;

/**
 * Files of people were loaded. Published in the transaction of the import.
 *
 * @param source where they came from, for people to read
 * @param people persons added
 * @param enrolments enrolments added or ended
 * @param months months added
 */
public record PeopleImported(String source, int people, int enrolments, int months) {}
