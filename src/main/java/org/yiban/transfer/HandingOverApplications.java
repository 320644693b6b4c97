package org.yiban.transfer;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.casework.Submissions;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.person.People;
import org.yiban.person.Person;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;

/** Applications that the counter of the transfer-out side takes: they go to the transfer-in side, whose case it is. */
@Component
public class HandingOverApplications {

    private final Access access;
    private final Submissions submissions;
    private final HandedOverRecords records;
    private final TransferMessages messages;
    private final NamingPeople naming;
    private final People people;
    private final Regions regions;

    HandingOverApplications(
            Access access,
            Submissions submissions,
            HandedOverRecords records,
            TransferMessages messages,
            NamingPeople naming,
            People people,
            Regions regions) {
        this.access = access;
        this.submissions = submissions;
        this.records = records;
        this.messages = messages;
        this.naming = naming;
        this.people = people;
        this.regions = regions;
    }

    /**
     * Sends an application to the transfer-in side; the same one sent again with its key is not sent twice. Joins the
     * caller's transaction, who has checked the application and its clerk; two with one key wait for each other.
     */
    HandedOver handOver(ReadApplication application, Person person, CurrentUser user, String key) {
        String content = application.content(person.id());
        submissions.earlier(user.id(), key, content);
        Optional<HandedOverRecords.Row> earlier = records.find(user.id(), key);
        if (earlier.isPresent()) {
            if (!earlier.get().content().equals(content)) {
                throw ProblemException.of(ProblemKind.CONFLICT, "Idempotency-Key", key, "这个键已用于内容不同的申请；新的申请请换一个键");
            }
            return view(earlier.get());
        }
        UUID conversation = UUID.randomUUID();
        records.add(conversation, application, person.id(), user.id(), key);
        messages.say(
                conversation,
                application.from().pool(),
                application.to().pool(),
                TransferMessages.APPLIED,
                new TransferMessages.Applied(
                        naming.name(
                                person.id(),
                                "代收转移接续申请，发往转入地"
                                        + regions.fullName(application.to().pool()) + "，须写明参保人"),
                        application.identity(),
                        application.fromScheme(),
                        application.from().code().value(),
                        application.to().code().value(),
                        application.appliedOn(),
                        application.contactPhone(),
                        application.applicant(),
                        application.agent() == null
                                ? null
                                : new NamedPerson(
                                        application.agentName(),
                                        application.agent().value()),
                        application.employerName()));
        return view(records.find(conversation).orElseThrow());
    }

    /** The newest applications that the pools of the caller, who registers there, have handed over. */
    @Transactional(readOnly = true)
    public List<HandedOver> all() {
        CurrentUser user = access.current();
        Set<RegionCode> pools = user.casePools().stream()
                .filter(pool ->
                        user.has(Role.INTAKE, pool) || user.has(Role.REVIEW, pool) || user.has(Role.SUPERVISE, pool))
                .collect(Collectors.toSet());
        return views(records.of(pools));
    }

    private List<HandedOver> views(Collection<HandedOverRecords.Row> rows) {
        return rows.stream().map(this::view).toList();
    }

    private HandedOver view(HandedOverRecords.Row row) {
        Person person = people.require(row.personId());
        String state = row.caseNumber() != null ? "REGISTERED" : row.refusalReason() != null ? "REFUSED" : "SENT";
        return new HandedOver(
                row.conversation().toString(),
                person.name(),
                person.maskedIdentityNumber(),
                regions.fullName(row.pool()),
                regions.fullName(row.toRegion()),
                row.appliedOn(),
                state,
                switch (state) {
                    case "REGISTERED" -> "转入地已登记";
                    case "REFUSED" -> "转入地未登记";
                    default -> "已发往转入地";
                },
                row.caseNumber(),
                row.refusalReason(),
                row.registeredAt(),
                row.answeredAt());
    }
}
