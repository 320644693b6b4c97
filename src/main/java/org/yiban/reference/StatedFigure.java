package org.yiban.reference;

/**
 * A figure as somebody writes it, in a file or on the page. What is not stated is {@code null} or blank.
 *
 * @param kind code of a {@link FigureKind}
 * @param region six digits
 * @param year four digits
 * @param from date; an average wage has none
 * @param until date, likewise
 * @param value yuan a month, or a fraction
 * @param identity EMPLOYER or FLEXIBLE
 * @param accountType POOLED_ONLY or POOLED_WITH_ACCOUNT
 * @param announcedOn date
 * @param source who announced it, where, under which number
 * @param replaces number of the figure that it corrects
 */
public record StatedFigure(
        String kind,
        String region,
        String year,
        String from,
        String until,
        String value,
        String identity,
        String accountType,
        String announcedOn,
        String source,
        String replaces) {}
