package org.yiban.refund.facts;

/**
 * A document that an agency asks to see 材料.
 *
 * @param code what it is known by
 * @param title what people call it
 * @param required whether it must have been seen before the facts are confirmed
 */
public record Evidence(String code, String title, boolean required) {}
