package org.yiban.duplicate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiban.exchange.Message;
import org.yiban.exchange.Outbox;
import org.yiban.exchange.Party;
import org.yiban.region.RegionCode;

/**
 * What two pools served here say to each other about a person's relations, by the record number that both share. A pool
 * elsewhere gets a letter, and its answer is written down by hand.
 */
@Component
class DuplicateMessages {

    static final String ENDING_ASKED = "duplicate.ending-asked";
    static final String ENDING_ANSWERED = "duplicate.ending-answered";

    private final Outbox outbox;
    private final ObjectMapper json;

    DuplicateMessages(Outbox outbox, ObjectMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    void ask(DuplicateCase found) {
        Settlement settlement = found.settlement();
        say(
                ENDING_ASKED,
                found.pool(),
                found.ending().pool(),
                found.conversation(),
                new EndingAsked(
                        found.personId(),
                        found.foundOn(),
                        found.ending(),
                        found.relation(settlement.kept()),
                        new Settlement(Which.SECOND, settlement.ending(), settlement.on(), settlement.reason())));
    }

    void answer(DuplicateCase asked, boolean agreed, LocalDate on, String text) {
        answer(asked.pool(), asked.second().pool(), asked.conversation(), new CounterpartAnswer(agreed, on, text));
    }

    void answer(RegionCode from, RegionCode to, UUID conversation, CounterpartAnswer answer) {
        say(ENDING_ANSWERED, from, to, conversation, answer);
    }

    private void say(String type, RegionCode from, RegionCode to, UUID conversation, Object content) {
        outbox.send(new Message(
                conversation + ":" + type, type, Party.pool(from), Party.pool(to), conversation, write(content)));
    }

    <T> T read(Message message, Class<T> type) {
        try {
            return json.readValue(message.payload(), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("message " + message.key() + " cannot be read", e);
        }
    }

    private String write(Object content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * 请对方处理：end or suspend a relation.
     *
     * @param ending the relation of the pool that is asked
     * @param staying the one that stays
     * @param settlement as the pool that is asked sees it
     */
    record EndingAsked(long personId, LocalDate foundOn, Relation ending, Relation staying, Settlement settlement) {}
}
