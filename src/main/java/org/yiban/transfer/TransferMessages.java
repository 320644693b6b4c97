package org.yiban.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yiban.exchange.Message;
import org.yiban.exchange.Outbox;
import org.yiban.exchange.Party;
import org.yiban.person.ContributionMonth;
import org.yiban.person.MemberIdentity;
import org.yiban.policy.Explanation;
import org.yiban.sla.Clock;
import org.yiban.sla.TargetNature;

/** What the two sides of a transfer say to each other; each thing is said once in a conversation. */
@Component
class TransferMessages {

    static final String REQUESTED = "transfer.requested";
    static final String INFORMATION_TABLE = "transfer.information-table";
    static final String REFUSED_BY_ORIGIN = "transfer.refused-by-transfer-out-side";
    static final String COMPLETED = "transfer.completed";
    static final String CLOSED = "transfer.closed-by-transfer-in-side";

    private final Outbox outbox;
    private final ObjectMapper json;

    TransferMessages(Outbox outbox, ObjectMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    void say(Transfer transfer, String type, Object content) {
        outbox.send(new Message(
                transfer.conversationId() + ":" + type,
                type,
                Party.pool(transfer.pool()),
                Party.pool(transfer.otherPool()),
                transfer.conversationId(),
                write(content)));
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

    /** 转出地请办：the person is named by the record number that both pools of this installation share. */
    record Requested(
            long personId,
            MemberIdentity identity,
            String fromRegion,
            String toRegion,
            LocalDate appliedOn,
            LocalDate acceptedOn,
            int workingDays,
            TargetNature nature,
            LocalDate dueOn,
            boolean provisional,
            Explanation decision) {

        static Requested of(Transfer transfer, Clock clock, Explanation decision) {
            return new Requested(
                    transfer.personId(),
                    transfer.identity(),
                    transfer.fromRegion().value(),
                    transfer.toRegion().value(),
                    transfer.appliedOn(),
                    clock.acceptedOn(),
                    clock.target(),
                    clock.nature(),
                    clock.dueOn(),
                    clock.provisionalUntil(clock.dueOn()),
                    decision);
        }

        /** A request that an earlier release sent does not say: it knew no other than the documents' deadlines. */
        Requested {
            nature = nature == null ? TargetNature.LEGAL : nature;
        }
    }

    /** The months that the transfer-out side states. */
    record StatedMonths(List<ContributionMonth> months, String note) {}

    /** That a side ends the transfer: why it refuses, in Chinese, or {@code null} where the applicant withdrew. */
    record Ended(String refusalReason) {

        static final Ended WITHDRAWN = new Ended(null);
    }

    /** On which day the relation arrived. */
    record Completed(LocalDate completedOn) {}
}
