package org.yiban.transfer.gap;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.casework.CaseKind;
import org.yiban.casework.Cases;
import org.yiban.kernel.BusinessTime;
import org.yiban.ledger.CollectionOrders;
import org.yiban.ledger.CollectionState;
import org.yiban.ledger.Settlement;
import org.yiban.region.RegionCode;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;
import org.yiban.support.Applicants;
import org.yiban.support.Applicants.Applicant;
import org.yiban.transfer.TransferSteps;

/** The steps of benefits across a transfer from Jining to Liaocheng, as the demo staff take them over HTTP. */
@Component
@Lazy
public class GapSteps {

    private static final RegionCode LIAOCHENG = new RegionCode(TransferSteps.LIAOCHENG);
    private static final RegionCode TIELING = new RegionCode("211200");
    private static final RegionCode JINING = new RegionCode(TransferSteps.JINING);

    private final ApiClient api;
    private final Applicants applicants;
    private final TransferSteps transfers;
    private final Cases cases;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final CollectionOrders collections;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    GapSteps(
            ApiClient api,
            Applicants applicants,
            TransferSteps transfers,
            Cases cases,
            RuntimeService runtime,
            TaskService tasks,
            CollectionOrders collections,
            TransactionTemplate transaction,
            JdbcClient jdbc) {
        this.api = api;
        this.applicants = applicants;
        this.transfers = transfers;
        this.cases = cases;
        this.runtime = runtime;
        this.tasks = tasks;
        this.collections = collections;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    /**
     * Somebody who left Jining in a month and paid in Liaocheng first today.
     *
     * @param lastPaid the last month paid in Jining
     * @param reducedIn the month in which Jining deregistered them
     */
    public Applicant mover(YearMonth lastPaid, YearMonth reducedIn) {
        LocalDate today = LocalDate.now(BusinessTime.ZONE);
        YearMonth now = YearMonth.from(today);
        Applicant applicant = applicants.employedInBoth(
                LIAOCHENG, now, now, JINING, YearMonth.of(2025, 1), lastPaid, reducedIn.atDay(1));
        jdbc.sql("""
            insert into yiban.payment (reference, person_id, pool, scheme, identity, paid_on, from_month,
                to_month, personal_amount, subsidy_amount, account_credited, lump_sum, benefit_from)
            values (?, ?, ?, 'EMPLOYEE', 'EMPLOYER', ?, ?, ?, 120, 0, 0, false, ?)
            """)
                .params(
                        "GAP-" + ThreadLocalRandom.current().nextLong(Long.MAX_VALUE),
                        applicant.id(),
                        LIAOCHENG.value(),
                        today,
                        now.atDay(1),
                        now.atDay(1),
                        now.atDay(1))
                .update();
        return applicant;
    }

    /** Begins the process of a mover whose information table has come; returns the case's number. */
    public String opened(Applicant applicant) {
        String number = transfers.tableReceived(applicant);
        start(number, LIAOCHENG);
        return number;
    }

    /** Begins the process of somebody who moved from Jining to Tieling, of whom the record knows no payment. */
    public String openedInTieling() {
        Applicant applicant = applicants.employedIn(JINING);
        String number = transaction
                .execute(status -> cases.open(CaseKind.TRANSFER_IN, TIELING, applicant.id(), "test"))
                .number()
                .value();
        jdbc.sql("""
            insert into yiban.transfer (case_number, side, conversation_id, person_id, identity, from_region,
                from_pool, to_region, to_pool, applied_on, accepted_on, open)
            values (?, 'IN', gen_random_uuid(), ?, 'EMPLOYER', '370800', '370800', '211200', '211200',
                '2026-02-12', '2026-02-12', false)
            """).params(number, applicant.id()).update();
        start(number, TIELING);
        return number;
    }

    /** Begins the process of a case in Liaocheng. */
    public void start(String number) {
        start(number, LIAOCHENG);
    }

    private void start(String number, RegionCode pool) {
        runtime.createProcessInstanceByKey(GapModel.BENEFIT_GAP)
                .processDefinitionWithoutTenantId()
                .businessKey(number + "/gap")
                .setVariables(Map.of("caseNumber", number, "pool", pool.value()))
                .execute();
    }

    /** The same with the facts confirmed. */
    public String quoted(Applicant applicant) {
        String number = opened(applicant);
        done(post("reviewlc", number, "gap", "facts", Map.of("corrections", List.of())));
        return number;
    }

    /** The same, and the applicant pays 500 yuan. */
    public String chosen(Applicant applicant) {
        String number = quoted(applicant);
        pay(number);
        return number;
    }

    public void pay(String number) {
        done(post(
                "clerklc",
                number,
                "gap",
                "choice",
                Map.of("decision", "PAY", "amount", "500.00", "amountSource", "核定单1号")));
    }

    /** What the tax bureau says of an order. */
    public Settlement.Effect taxBureau(
            String number, int order, CollectionState state, String amount, String receipt, LocalDate receivedOn) {
        return transaction.execute(status ->
                collections.settle(number + "/gap/" + order, state, new BigDecimal(amount), receipt, receivedOn));
    }

    public Answer post(String user, String number, String beside, String step, Map<String, ?> body) {
        return api.post(user, "/api/transfers/gap/tasks/" + task(number, beside).getId() + "/" + step, body);
    }

    public Answer seniorDecides(String number, Map<String, ?> results) {
        return api.post(
                "superlc",
                "/api/referrals/tasks/" + task(number, "referral").getId() + "/decision",
                Map.of("results", results, "reason", "按公平处理", "basis", "本市经办规程"));
    }

    public Answer view(String number) {
        return view("reviewlc", number);
    }

    public Answer view(String user, String number) {
        return api.get(user, "/api/transfers/" + number + "/gap");
    }

    /** The one open task of a process beside the case. */
    public Task task(String number, String beside) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(number + "/" + beside)
                .singleResult();
    }

    static Answer done(Answer answer) {
        if (answer.status() >= 300) {
            throw new AssertionError(answer.toString());
        }
        return answer;
    }

    /** One unpaid month, deregistered last month: to be paid until the end of next month. */
    Applicant withGap() {
        return mover(
                YearMonth.now(BusinessTime.ZONE).minusMonths(2),
                YearMonth.now(BusinessTime.ZONE).minusMonths(1));
    }
}
