package org.yiban.transfer.balance;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;
import org.yiban.transfer.Side;

/**
 * The balance of a personal account that follows its owner, or goes the way back with a correction, as one side of a
 * transfer keeps it.
 *
 * @param side IN where money is awaited, OUT where it leaves
 * @param reference what both sides call it; the key of the payment, which payment files carry
 * @param pool the pool whose staff handle this side
 * @param stated on the information table, yuan
 * @param moved what was taken out of the account, yuan; {@code null} on the side that awaits it
 * @param credited what was credited to the account, yuan; nothing on the side that pays it
 * @param arrived what has arrived, yuan; likewise
 * @param outcome {@code null} until it ended
 */
record BalanceMove(
        CaseNumber caseNumber,
        Side side,
        String reference,
        RegionCode pool,
        RegionCode otherPool,
        long personId,
        BigDecimal stated,
        BigDecimal moved,
        BigDecimal credited,
        BigDecimal arrived,
        BalanceOutcome outcome) {

    private static final String LETTERS = "YE";
    private static final Pattern REFERENCE = Pattern.compile(LETTERS + "([0-9a-f]{32})");

    /** What both sides of a conversation call the balance: 34 characters, as many as a payment file carries. */
    static String referenceOf(UUID conversationId) {
        return LETTERS + conversationId.toString().replace("-", "");
    }

    /** The conversation that a reference belongs to; empty if it is none. */
    static Optional<UUID> conversationOf(String reference) {
        Matcher matcher = REFERENCE.matcher(reference == null ? "" : reference.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String hex = matcher.group(1);
        return Optional.of(UUID.fromString(hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5")));
    }

    /** Whether what arrived is what was stated. */
    boolean matches() {
        return arrived.compareTo(stated) == 0;
    }

    /** What arrived and is not credited yet, yuan. */
    BigDecimal uncredited() {
        return arrived.subtract(credited);
    }
}
