package org.yiban.transfer;

/**
 * A document that an application needs or may bring, as the agency sets it.
 *
 * @param code its identifier
 * @param title its Chinese name
 * @param required whether nothing is accepted without it
 * @param largestMegabytes how large an attachment of it may be
 */
public record Material(String code, String title, boolean required, int largestMegabytes) {}
