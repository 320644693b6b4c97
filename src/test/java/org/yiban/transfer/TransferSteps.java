package org.yiban.transfer;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.exchange.Exchange;
import org.yiban.exchange.Message;
import org.yiban.exchange.Outbox;
import org.yiban.exchange.Party;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.person.ContributionMonth;
import org.yiban.region.RegionCode;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;
import org.yiban.support.Applicants.Applicant;
import org.yiban.transfer.TransferMessages.MonthsReturned;

/** The steps of a transfer from Jining to Liaocheng, as the demo staff take them over HTTP. */
@Component
@Lazy
public class TransferSteps {

    public static final String LIAOCHENG = "371500";
    public static final String JINING = "370800";

    /** The day on which a case is accepted where a test does not care. */
    static final LocalDate ACCEPTED = LocalDate.of(2026, 2, 12);

    static final Map<String, String> CONFIRM = Map.of("decision", "CONFIRM");
    static final Map<String, String> SUPPLEMENT = Map.of("decision", "SUPPLEMENT", "supplement", "授权委托书原件");
    static final Map<String, String> RECEIVED = Map.of("decision", "RECEIVED", "note", "收到原件");
    static final Map<String, String> NOT_RECEIVED = Map.of("decision", "NOT_RECEIVED", "note", "两次告知未补");

    private final ApiClient api;
    private final Exchange exchange;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final JdbcClient jdbc;
    private final TransferRecords records;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final BusinessTime time;
    private final TransactionTemplate transaction;

    TransferSteps(
            ApiClient api,
            Exchange exchange,
            TaskService tasks,
            RuntimeService runtime,
            ManagementService management,
            JdbcClient jdbc,
            TransferRecords records,
            Outbox outbox,
            ObjectMapper json,
            BusinessTime time,
            TransactionTemplate transaction) {
        this.records = records;
        this.outbox = outbox;
        this.json = json;
        this.time = time;
        this.transaction = transaction;
        this.api = api;
        this.exchange = exchange;
        this.tasks = tasks;
        this.runtime = runtime;
        this.management = management;
        this.jdbc = jdbc;
    }

    static Map<String, Object> application(Applicant applicant) {
        Map<String, Object> application = new LinkedHashMap<>();
        application.put("identityNumber", applicant.identityNumber());
        application.put("name", applicant.name());
        application.put("identity", "EMPLOYER");
        application.put("fromRegion", JINING);
        application.put("toRegion", LIAOCHENG);
        application.put("appliedOn", "2026-02-12");
        return application;
    }

    public static String newKey() {
        return UUID.randomUUID().toString();
    }

    public Answer register(Map<String, ?> application) {
        return register("clerklc", application, newKey());
    }

    public Answer register(String user, Map<String, ?> application, String key) {
        return api.post(user, "/api/transfers", application, "Idempotency-Key", key);
    }

    /** Registers an application that must succeed and returns the case number. */
    public String registered(Applicant applicant) {
        Answer answer = register(application(applicant));
        if (answer.status() != 201) {
            throw new AssertionError(answer.toString());
        }
        return answer.text("caseNumber");
    }

    public Answer accept(String caseNumber, LocalDate on) {
        return decide("reviewlc", caseNumber, "acceptance", acceptance(on));
    }

    /** An acceptance with all materials that a person in their own name needs. */
    public static Map<String, Object> acceptance(LocalDate on) {
        return acceptance(on, "IDENTITY_DOCUMENT");
    }

    /** An acceptance with these materials seen. */
    static Map<String, Object> acceptance(LocalDate on, String... materials) {
        return Map.of("decision", "ACCEPT", "acceptedOn", on.toString(), "materials", List.of(materials));
    }

    public Answer refuseAcceptance(String caseNumber, String reason) {
        return decide("reviewlc", caseNumber, "acceptance", refusal(reason));
    }

    /** A refusal that rests on the agency's own decision. */
    public static Map<String, Object> refusal(String reason) {
        return Map.of("decision", "REFUSE", "reason", reason, "basis", List.of("AGENCY"));
    }

    /** What the supervisor of Liaocheng decides where the documents are silent. */
    public Answer seniorDecides(String caseNumber, Map<String, ?> results) {
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber + "/referral")
                .singleResult();
        return api.post(
                "superlc",
                "/api/referrals/tasks/" + task.getId() + "/decision",
                Map.of("results", results, "reason", "参照现行办法", "basis", "本市经办规程"));
    }

    public Answer decideTable(String outCase, Map<String, ?> decision) {
        return decide("reviewjn", outCase, "information-table", decision);
    }

    public Answer verify(String caseNumber, Map<String, ?> decision) {
        return decide("reviewlc", caseNumber, "verification", decision);
    }

    public Answer approve(String caseNumber) {
        return decide("approvelc", caseNumber, "approval", CONFIRM);
    }

    /** Takes the one open task of a case to its end. */
    public Answer decide(String user, String caseNumber, String step, Map<String, ?> decision) {
        return api.post(user, "/api/transfers/tasks/" + openTask(caseNumber).getId() + "/" + step, decision);
    }

    /** Somebody confirms what a supervisor recorded of the other side, or gives it back. */
    Answer confirmOtherSide(String user, String outCase, Map<String, ?> decision) {
        return decide(user, outCase + "/otherside", "other-side", decision);
    }

    /** The clerk of Liaocheng writes an objection down. */
    Answer object(String caseNumber, String grounds) {
        return act(
                "clerklc",
                caseNumber,
                "objection",
                Map.of("filedOn", time.today().toString(), "grounds", grounds));
    }

    /** That something was done, and not refused. */
    static void done(Answer answer) {
        expect(200, answer);
    }

    /** The kinds of the letters of a case, the first first. */
    static List<String> kinds(JsonNode view) {
        return view.path("notices").findValuesAsText("kind");
    }

    /** Something that a person does about a case beside its tasks. */
    public Answer act(String user, String caseNumber, String what, Map<String, ?> body) {
        return api.post(user, "/api/transfers/" + caseNumber + "/" + what, body);
    }

    public Answer withdraw(String caseNumber, String reason) {
        return api.post("clerklc", "/api/transfers/" + caseNumber + "/withdrawal", Map.of("reason", reason));
    }

    public JsonNode view(String user, String caseNumber) {
        return api.get(user, "/api/transfers/" + caseNumber).body();
    }

    /** Brings a case to where the information table waits to be verified. */
    public String tableReceived(Applicant applicant) {
        String caseNumber = registered(applicant);
        accept(caseNumber, ACCEPTED);
        messagesArrive();
        decideTable(outCaseOf(caseNumber), CONFIRM);
        messagesArrive();
        return caseNumber;
    }

    /** Brings a case to where its transfer waits to be approved. */
    public String verified(Applicant applicant) {
        String caseNumber = tableReceived(applicant);
        confirmTable(caseNumber);
        return caseNumber;
    }

    /** Verifies the table, and bridges the benefits of an applicant who leaves the gap unpaid. */
    public void confirmTable(String caseNumber) {
        expect(200, verify(caseNumber, CONFIRM));
        Task facts = besideTask(caseNumber);
        if (facts == null) {
            return;
        }
        List<Map<String, String>> corrections = List.of(
                Map.of("name", "paidOn", "value", "2026-07-10", "reason", "经办人核实"),
                Map.of("name", "reducedOn", "value", "2026-01-01", "reason", "经办人核实"));
        gap("reviewlc", facts, "facts", Map.of("corrections", corrections));
        Task choice = besideTask(caseNumber);
        if (choice != null) {
            gap("clerklc", choice, "choice", Map.of("decision", "DECLINE"));
        }
    }

    private void gap(String user, Task task, String step, Map<String, ?> body) {
        Answer answer = api.post(user, "/api/transfers/gap/tasks/" + task.getId() + "/" + step, body);
        if (answer.status() >= 300) {
            throw new AssertionError(answer.toString());
        }
    }

    private Task besideTask(String caseNumber) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber + "/gap")
                .singleResult();
    }

    private static void expect(int status, Answer answer) {
        if (answer.status() != status) {
            throw new AssertionError(answer.toString());
        }
    }

    /** Lets all messages arrive, those too that the application is moving by itself at this moment. */
    public void messagesArrive() {
        await().pollDelay(Duration.ZERO).until(() -> {
            exchange.moveAll();
            return underWay() == 0;
        });
    }

    private int underWay() {
        return jdbc.sql("""
                        select (select count(*) from yiban.outbox where partner is null and delivered_at is null
                                and refused_at is null and next_attempt_at <= :now)
                            + (select count(*) from yiban.inbox where handled_at is null and refused_at is null
                                and next_attempt_at <= :now)
                        """)
                .param("now", time.now().toOffsetDateTime())
                .query(Integer.class)
                .single();
    }

    /** The transfer-out side of a case states a table without months, as if it had been asked. */
    void sendTable(String inCase, Applicant applicant, String note) {
        sendTable(inCase, applicant, note, List.of());
    }

    void sendTable(String inCase, Applicant applicant, String note, List<ContributionMonth> months) {
        sendTable(inCase, applicant, note, 1, months);
    }

    /** The same; how many times it has stated one. */
    public void sendTable(
            String inCase, Applicant applicant, String note, int version, List<ContributionMonth> months) {
        Transfer in = records.require(new CaseNumber(inCase));
        InformationTable table =
                InformationTable.of(months, note, in.fromPool(), time.now().toOffsetDateTime());
        ObjectNode document = CanonicalDigest.seal(json.valueToTree(InformationTableDocument.of(
                table, version, new NamedPerson(applicant.name(), applicant.identityNumber()))));
        send(in, in.fromPool(), in.toPool(), TransferMessages.INFORMATION_TABLE, version, document);
    }

    /** The transfer-in side of a case gives months back, as if it had got them. */
    void giveBack(String inCase, List<YearMonth> months) {
        giveBack(inCase, months, null);
    }

    /** The same with a balance, yuan. */
    void giveBack(String inCase, List<YearMonth> months, String balance) {
        Transfer in = records.require(new CaseNumber(inCase));
        MonthsReturned returned = new MonthsReturned(in.fromScheme(), months, balance, "多转");
        send(in, in.toPool(), in.fromPool(), TransferMessages.MONTHS_RETURNED, 1, json.valueToTree(returned));
    }

    /** The transfer-out side of a case refuses, on its own authority. */
    void originRefuses(String inCase, String reason) {
        Transfer in = records.require(new CaseNumber(inCase));
        TransferMessages.Ended ended = new TransferMessages.Ended(reason, List.of("AGENCY"));
        send(in, in.fromPool(), in.toPool(), TransferMessages.REFUSED_BY_ORIGIN, 1, json.valueToTree(ended));
    }

    private void send(Transfer transfer, RegionCode from, RegionCode to, String type, int round, JsonNode payload) {
        transaction.executeWithoutResult(status -> outbox.send(new Message(
                transfer.conversationId() + ":" + type + ":" + round,
                type,
                Party.pool(from),
                Party.pool(to),
                transfer.conversationId(),
                payload.toString())));
    }

    /** The one open task of a case. */
    public Task openTask(String caseNumber) {
        return tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).singleResult();
    }

    /** How many processes of a case run, those beside it not counted. */
    long running(String caseNumber) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .count();
    }

    /** The timers of a case that runs. */
    List<Job> timers(String caseNumber) {
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .singleResult()
                .getId();
        return management.createJobQuery().processInstanceId(instance).timers().list();
    }

    /** The transfer-out side's case of the transfer that a transfer-in case belongs to. */
    public String outCaseOf(String inCase) {
        return jdbc.sql("""
            select o.case_number from yiban.transfer i join yiban.transfer o
            on o.conversation_id = i.conversation_id and o.side = 'OUT' where i.case_number = ?
            """).param(inCase).query(String.class).single();
    }
}
