package org.yiban.transfer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.calendar.WorkingCalendars;
import org.yiban.exchange.Box;
import org.yiban.exchange.Exchange;
import org.yiban.exchange.MessageRow;
import org.yiban.exchange.MessageState;
import org.yiban.exchange.Messages;
import org.yiban.exchange.PartnerDelivery;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.partners.Behaviour;
import org.yiban.partners.RegionSimulator;
import org.yiban.person.FictitiousPerson;
import org.yiban.region.RegionCode;
import org.yiban.support.Applicants.Applicant;

/** Transfers from and to pools whose agencies are elsewhere, behind the simulator. */
@Component
@Lazy
class Elsewhere {

    private static final String NAME = "虚构·王异地";

    final RegionSimulator regions;
    private final TransferSteps steps;
    private final TransferRecords records;
    private final Exchange exchange;
    private final PartnerDelivery delivery;
    private final Messages messages;
    private final ManagementService management;
    private final WorkingCalendars calendars;
    private final BusinessTime time;
    private final JdbcClient jdbc;
    private final ObjectMapper json;

    Elsewhere(
            RegionSimulator regions,
            TransferSteps steps,
            TransferRecords records,
            Exchange exchange,
            PartnerDelivery delivery,
            Messages messages,
            ManagementService management,
            WorkingCalendars calendars,
            BusinessTime time,
            JdbcClient jdbc,
            ObjectMapper json) {
        this.regions = regions;
        this.steps = steps;
        this.records = records;
        this.exchange = exchange;
        this.delivery = delivery;
        this.messages = messages;
        this.management = management;
        this.calendars = calendars;
        this.time = time;
        this.jdbc = jdbc;
        this.json = json;
    }

    void behavesAnew() {
        regions.release();
        regions.behaves(Behaviour.ANSWER);
        jdbc.sql(
                        "update yiban.outbox set delivered_at = now(), refused_at = null where partner = 'regions' and delivered_at is null")
                .update();
    }

    /** Lets everything pass that is on its way, there and back. */
    void messagesPass() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            jdbc.sql("update yiban.inbox set next_attempt_at = now() where handled_at is null and refused_at is null")
                    .update();
            exchange.moveAll();
            delivery.deliverAll().join();
            regions.awaitAnswered();
        }
        exchange.moveAll();
    }

    /** An application of somebody who is not on record here, to move from Qingdao to Liaocheng. */
    Map<String, Object> application() {
        Map<String, Object> application = new LinkedHashMap<>(TransferSteps.application(
                new Applicant(0, FictitiousPerson.man().value(), NAME)));
        application.put("fromRegion", RegionSimulator.QINGDAO);
        return application;
    }

    String registered() {
        return steps.register(application()).text("caseNumber");
    }

    /** A case accepted so many working days ago, whose request has left. */
    String requested(int workingDays) throws InterruptedException {
        LocalDate on = workingDaysAgo(workingDays);
        Map<String, Object> application = application();
        application.put("appliedOn", on.toString());
        String in = steps.register(application).text("caseNumber");
        steps.accept(in, on);
        messagesPass();
        return in;
    }

    /** Qingdao asks for the table of somebody insured in Jining; returns the conversation. */
    String asksFor(Applicant person, int workingDays) throws InterruptedException {
        String conversation = UUID.randomUUID().toString();
        regions.requests(
                RegionSimulator.QINGDAO,
                TransferSteps.JINING,
                conversation,
                request(person, workingDaysAgo(workingDays)));
        messagesPass();
        return conversation;
    }

    ObjectNode request(Applicant person, LocalDate acceptedOn) {
        ObjectNode request = json.createObjectNode()
                .put("identity", "EMPLOYER")
                .put("fromRegion", TransferSteps.JINING)
                .put("toRegion", RegionSimulator.QINGDAO)
                .put("appliedOn", acceptedOn.toString())
                .put("acceptedOn", acceptedOn.toString())
                .put("workingDays", 9)
                .put("deadlineBasis", "鲁医保发〔2021〕54号（九）");
        request.putObject("person").put("name", person.name()).put("identityNumber", person.identityNumber());
        return request;
    }

    String conversationOf(String caseNumber) {
        return records.require(new CaseNumber(caseNumber)).conversationId().toString();
    }

    /** The transfer-out side's case of a conversation. */
    String outCase(String conversation) {
        return records.find(UUID.fromString(conversation), Side.OUT)
                .orElseThrow()
                .caseNumber()
                .value();
    }

    /** The message of a conversation that stands so in the inbox of a pool, as its supervisors see it. */
    MessageRow inInbox(String pool, String conversation, MessageState state) {
        return messages.list(Set.of(new RegionCode(pool)), Box.IN, state, null, 200).stream()
                .filter(row -> row.conversationId().toString().equals(conversation))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no message " + state + " of " + conversation));
    }

    /** The newest message that the inbox of a pool keeps as one that can never be acted on. */
    MessageRow refused(String pool) {
        return messages.list(Set.of(new RegionCode(pool)), Box.IN, MessageState.REFUSED, null, 1)
                .get(0);
    }

    /** Lets all timers of a case ring. */
    void timersRing(String caseNumber) {
        String instance = jdbc.sql("select id_ from act_ru_execution where business_key_ = ? and parent_id_ is null")
                .param(caseNumber)
                .query(String.class)
                .single();
        List<Job> timers = management
                .createJobQuery()
                .processInstanceId(instance)
                .timers()
                .orderByJobDuedate()
                .asc()
                .list();
        timers.forEach(timer -> management.executeJob(timer.getId()));
    }

    List<String> stepsOf(String caseNumber) {
        return jdbc.sql("select step from yiban.case_event where case_number = ? order by id")
                .param(caseNumber)
                .query(String.class)
                .list();
    }

    private LocalDate workingDaysAgo(int workingDays) {
        LocalDate day = time.today();
        while (calendars.of(TransferSteps.LIAOCHENG).workingDaysBetween(day, time.today()) < workingDays) {
            day = day.minusDays(1);
        }
        return day;
    }
}
