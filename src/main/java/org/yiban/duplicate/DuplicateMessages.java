package org.yiban.duplicate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiban.exchange.Message;
import org.yiban.exchange.Outbox;
import org.yiban.exchange.Party;
import org.yiban.exchange.Routes;
import org.yiban.person.People;
import org.yiban.person.Scheme;
import org.yiban.region.RegionCode;

/**
 * What two pools say to each other about a person's relations. Those served here ask and answer by the record number that
 * both share; a pool elsewhere gets a letter, and its answer is written down by hand. That a request is withdrawn is told to
 * every pool that messages reach, with the person named in full.
 */
@Component
class DuplicateMessages {

    static final String ENDING_ASKED = "duplicate.ending-asked";
    static final String ENDING_ANSWERED = "duplicate.ending-answered";

    static final String ENDING_WITHDRAWN = "duplicate.ending-withdrawn";
    static final String RESTORATION_ANSWERED = "duplicate.restoration-answered";

    private final Outbox outbox;
    private final Routes routes;
    private final People people;
    private final ObjectMapper json;

    DuplicateMessages(Outbox outbox, Routes routes, People people, ObjectMapper json) {
        this.outbox = outbox;
        this.routes = routes;
        this.people = people;
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

    /**
     * Asks the other pool to take back what it did; {@code false} if no message reaches it.
     *
     * @param reason why the decision was taken back, in Chinese
     */
    boolean withdraw(DuplicateCase found, String reason) {
        RegionCode to = found.ending().pool();
        if (!routes.reach(found.pool(), to)) {
            return false;
        }
        Settlement settlement = found.settlement();
        say(
                ENDING_WITHDRAWN,
                found.pool(),
                to,
                found.conversation(),
                new EndingWithdrawn(
                        people.revealIdentityNumber(found.personId(), "请对方统筹区恢复参保关系（" + found.caseNumber() + "）"),
                        people.require(found.personId()).name(),
                        found.ending().scheme(),
                        settlement.ending(),
                        settlement.on(),
                        reason));
        return true;
    }

    /** Tells the pool that withdrew its request whether the relation here goes on. */
    void restored(DuplicateCase asked, boolean agreed, LocalDate on, String text) {
        say(
                RESTORATION_ANSWERED,
                asked.pool(),
                asked.second().pool(),
                asked.conversation(),
                new CounterpartAnswer(agreed, on, text));
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

    /**
     * 撤销请求：let a relation go on that was ended or suspended as it was asked for.
     *
     * @param scheme of the relation in the pool that is told
     * @param on as it was asked for: last day of what ended, first of what was suspended
     */
    record EndingWithdrawn(
            String identityNumber, String name, Scheme scheme, Ending ending, LocalDate on, String reason) {

        /** Never prints the person. */
        @Override
        public String toString() {
            return "EndingWithdrawn[" + scheme + ", " + on + "]";
        }
    }
}
