package org.yiban.desk.exchange;

import java.time.ZonedDateTime;
import java.util.List;
import org.yiban.exchange.Box;
import org.yiban.exchange.MessageState;
import org.yiban.exchange.TurnedAway;

/** What the page of the exchange shows. */
final class ExchangeViews {

    private ExchangeViews() {}

    /** @param next what {@code before} is for the next page; {@code null} on the last */
    record MessagePage(List<MessageView> messages, Long next) {}

    /**
     * A message without its payload.
     *
     * @param fromTitle who sent it, for people to read
     * @param toTitle who it is for, for people to read
     * @param attempts how often it was tried in vain
     * @param nextAttemptAt when it is tried again by itself; {@code null} if it is not
     * @param endedAt when it was delivered, handled or refused
     * @param why why it is not done
     * @param mayBeOffered whether it can be offered again by hand
     */
    record MessageView(
            Box box,
            long id,
            String key,
            String type,
            String fromTitle,
            String toTitle,
            String conversationId,
            MessageState state,
            String stateTitle,
            ZonedDateTime at,
            int attempts,
            ZonedDateTime nextAttemptAt,
            ZonedDateTime endedAt,
            String why,
            boolean mayBeOffered) {}

    /** How many messages stand how in a box, without those that are done; and what partners sent in vain. */
    record Overview(List<StateCount> counts, List<PartnerView> partners, List<TurnedAway> turnedAway) {}

    record StateCount(Box box, MessageState state, String title, int messages) {}

    /** A partner, and those of the asker's pools that it serves. */
    record PartnerView(String name, String title, List<String> pools) {}

    /** @param reason why it is offered again; kept in the audit trail */
    record Offer(String reason) {}
}
