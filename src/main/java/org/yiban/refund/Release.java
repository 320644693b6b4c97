package org.yiban.refund;

import java.math.BigDecimal;

/**
 * A decision that was shown for many applications at once and released by another person, so that nobody looks at the
 * single case again as long as it comes to the same.
 *
 * @param file the bulk file, for people to find it
 * @param registeredBy user id of who handed the file in
 * @param releasedBy user id of who released it; never the same
 * @param amount the refund that was shown, yuan; {@code null} if none was: people then decide
 */
public record Release(String file, String registeredBy, String releasedBy, BigDecimal amount) {

    public Release {
        if (registeredBy.equals(releasedBy)) {
            throw new IllegalArgumentException("who hands a file in never releases it");
        }
    }
}
