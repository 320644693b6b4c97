package org.yiban.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiban.exchange.Message;
import org.yiban.exchange.Outbox;
import org.yiban.exchange.Party;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProvisionReference;
import org.yiban.person.MemberIdentity;
import org.yiban.person.Scheme;
import org.yiban.policy.Explanation;
import org.yiban.region.RegionCode;
import org.yiban.sla.TargetNature;

/**
 * What the two sides of a transfer say to each other, whether both are served here or one is elsewhere. Each thing is said
 * once in a conversation; a table and the questions about it once in a round.
 */
@Component
class TransferMessages {

    static final String APPLIED = "transfer.applied";
    static final String APPLICATION_ANSWERED = "transfer.application-answered";
    static final String REQUESTED = "transfer.requested";
    static final String INFORMATION_TABLE = "transfer.information-table";
    static final String TABLE_QUESTIONED = "transfer.table-questioned";
    static final String REFUSED_BY_ORIGIN = "transfer.refused-by-transfer-out-side";
    static final String COMPLETED = "transfer.completed";
    static final String MONTHS_RETURNED = "transfer.months-returned";
    static final String CLOSED = "transfer.closed-by-transfer-in-side";

    private final Outbox outbox;
    private final ObjectMapper json;
    private final MessageSchemas schemas;

    TransferMessages(Outbox outbox, ObjectMapper json, MessageSchemas schemas) {
        this.outbox = outbox;
        this.json = json;
        this.schemas = schemas;
    }

    /** Says something that is said once. */
    void say(Transfer transfer, String type, Object content) {
        send(transfer, transfer.conversationId() + ":" + type, type, content);
    }

    /** Says something that is said once in a round, from 1. */
    void say(Transfer transfer, String type, int round, Object content) {
        send(transfer, transfer.conversationId() + ":" + type + ":" + round, type, content);
    }

    /** Says something that is said once, before there is a case on our side. */
    void say(UUID conversation, RegionCode from, RegionCode to, String type, Object content) {
        JsonNode payload = json.valueToTree(content);
        schemas.check(type, payload);
        outbox.send(new Message(
                conversation + ":" + type, type, Party.pool(from), Party.pool(to), conversation, payload.toString()));
    }

    /** Refuses a request for which no case was opened. */
    void refuse(Message request, String reason) {
        outbox.send(new Message(
                request.conversationId() + ":" + REFUSED_BY_ORIGIN,
                REFUSED_BY_ORIGIN,
                request.to(),
                request.from(),
                request.conversationId(),
                json.valueToTree(new Ended(reason)).toString()));
    }

    private void send(Transfer transfer, String key, String type, Object content) {
        JsonNode payload = json.valueToTree(content);
        schemas.check(type, payload);
        outbox.send(new Message(
                key,
                type,
                Party.pool(transfer.pool()),
                Party.pool(transfer.otherPool()),
                transfer.conversationId(),
                payload.toString()));
    }

    /**
     * What a message says, as it was written.
     *
     * @throws ProblemException INVALID_INPUT if it does not fit the schema of its type
     */
    JsonNode tree(Message message) {
        try {
            JsonNode payload = json.readTree(message.payload());
            schemas.check(message.type(), payload);
            return payload;
        } catch (JsonProcessingException e) {
            throw ProblemException.invalid("payload", null, "不是 JSON");
        }
    }

    /**
     * What a message says.
     *
     * @throws ProblemException INVALID_INPUT if it does not fit the schema of its type
     */
    <T> T read(Message message, Class<T> type) {
        try {
            return json.treeToValue(tree(message), type);
        } catch (JsonProcessingException e) {
            throw ProblemException.invalid("payload", null, "有的值不存在，例如不存在的日期");
        }
    }

    /**
     * 转出地代收的申请. The transfer-out side has seen the agent's authority.
     *
     * @param agent {@code null} unless an agent applied
     * @param employerName {@code null} unless an employer applied
     */
    record Applied(
            NamedPerson person,
            MemberIdentity identity,
            Scheme fromScheme,
            String fromRegion,
            String toRegion,
            LocalDate appliedOn,
            String contactPhone,
            ApplicantRole applicant,
            NamedPerson agent,
            String employerName) {}

    /** What became of an application that was handed over: the case, or why there is none; one of them. */
    record ApplicationAnswered(String caseNumber, String refusalReason) {}

    /**
     * 转出地请办.
     *
     * @param identity as what the person will be insured on the transfer-in side
     * @param fromScheme scheme of the relation that moves; not stated = EMPLOYEE
     * @param workingDays the deadline, from the acceptance day on, which is not counted
     * @param deadlineBasis what the deadline rests on, in words; {@code null} where the decision says it
     * @param decision how the deadline came about; {@code null} where the other side is another installation
     */
    record Requested(
            NamedPerson person,
            MemberIdentity identity,
            Scheme fromScheme,
            String fromRegion,
            String toRegion,
            LocalDate appliedOn,
            LocalDate acceptedOn,
            int workingDays,
            TargetNature nature,
            String deadlineBasis,
            Explanation decision) {

        /** Who does not say of what nature the deadline is knows no other than the documents'. */
        Requested {
            fromScheme = fromScheme == null ? Scheme.EMPLOYEE : fromScheme;
            nature = nature == null ? TargetNature.LEGAL : nature;
        }
    }

    /**
     * What the transfer-in side asks about an information table.
     *
     * @param version of the table
     */
    record Questioned(int version, String questions) {}

    /**
     * That a side ends the transfer: why it refuses, in Chinese, or {@code null} where the applicant withdrew.
     *
     * @param basis the provisions that a refusal rests on, by their ids
     */
    record Ended(String refusalReason, List<String> basis) {

        static final Ended WITHDRAWN = new Ended(null);

        Ended {
            basis = basis == null ? List.of() : List.copyOf(basis);
        }

        /** That a side refuses, as it stands on its record. */
        static Ended refused(Transfer transfer) {
            return new Ended(
                    transfer.refusalReason(),
                    transfer.refusalBasis().stream().map(ProvisionReference::id).toList());
        }

        /** As the side that hears it keeps it; without a reason where the applicant withdrew. */
        Refusal refusal(String whoRefuses) {
            return new Refusal(
                    refusalReason == null ? null : whoRefuses + refusalReason,
                    basis.stream().map(ProvisionReference::new).toList());
        }

        Ended(String refusalReason) {
            this(refusalReason, List.of());
        }
    }

    /**
     * 退回误转的月份和余额：what an earlier transfer moved and should not have, and why.
     *
     * @param balance of the personal account, yuan with two decimals; {@code null} for none
     */
    record MonthsReturned(Scheme scheme, List<YearMonth> months, String balance, String reason) {

        MonthsReturned {
            months = List.copyOf(months);
        }
    }

    /** On which day the relation arrived. */
    record Completed(LocalDate completedOn) {}
}
