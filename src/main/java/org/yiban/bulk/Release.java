package org.yiban.bulk;

import org.yiban.region.RegionCode;

/**
 * Under what a row's case is opened.
 *
 * @param file number of the file
 * @param pool whose cases they are
 * @param registeredBy user id of who sent the file in
 * @param releasedBy user id of who reviewed the sample and released the file: somebody else
 */
public record Release(long file, RegionCode pool, String registeredBy, String releasedBy) {}
