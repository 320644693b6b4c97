package org.yiban.enquiry;

import java.util.Map;

/**
 * An enquiry as it comes in.
 *
 * @param family the family of decisions asked
 * @param facts the facts, as {@code POST /api/decisions/{family}} takes them
 * @param note what the clerk wants kept beside it; may be left out
 * @param pool the pool in which it is asked; may be left out by who works in one pool only
 */
public record EnquiryQuestion(String family, Map<String, Object> facts, String note, String pool) {}
