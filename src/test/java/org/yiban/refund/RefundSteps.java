package org.yiban.refund;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.ledger.BatchedOrders;
import org.yiban.ledger.CollectionOrders;
import org.yiban.ledger.CollectionState;
import org.yiban.ledger.Ledger;
import org.yiban.ledger.OrderState;
import org.yiban.ledger.PaymentOrder;
import org.yiban.ledger.PaymentOrders;
import org.yiban.ledger.ReturnedPayments;
import org.yiban.ledger.Settlement;
import org.yiban.ledger.Settlement.Effect;
import org.yiban.refund.RefundApplicants.Payer;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;

/** The steps of a refund in Changchun, as the demo staff take them over HTTP; treasury and tax bureau answer at once. */
@Component
@Lazy
public class RefundSteps {

    public static final String CARD = "6222020000000000018";
    public static final String OTHER_CARD = "6228480012345678903";
    public static final String BANK = "102241000121";
    private static final Map<String, String> CONFIRM = Map.of("decision", "CONFIRM");

    private final ApiClient api;
    private final TaskService tasks;
    private final PaymentOrders orders;
    private final BatchedOrders batched;
    private final ReturnedPayments returnedPayments;
    private final CollectionOrders collections;
    private final Ledger ledger;
    private final TransactionTemplate transaction;
    private final CheckingRefunds checking;
    private final RegisteringRefunds registering;

    RefundSteps(
            ApiClient api,
            TaskService tasks,
            PaymentOrders orders,
            BatchedOrders batched,
            ReturnedPayments returnedPayments,
            CollectionOrders collections,
            Ledger ledger,
            TransactionTemplate transaction,
            CheckingRefunds checking,
            RegisteringRefunds registering) {
        this.api = api;
        this.tasks = tasks;
        this.orders = orders;
        this.batched = batched;
        this.returnedPayments = returnedPayments;
        this.collections = collections;
        this.ledger = ledger;
        this.transaction = transaction;
        this.checking = checking;
        this.registering = registering;
    }

    /** An application that is in order. */
    public static Map<String, Object> application(Payer payer, String reason, String requestedOn) {
        Map<String, Object> application = new LinkedHashMap<>();
        application.put("identityNumber", payer.identityNumber());
        application.put("name", payer.name());
        application.put("pool", "220100");
        application.put("reason", reason);
        application.put("paymentReference", payer.reference());
        application.put("requestedOn", requestedOn);
        application.put("payee", Map.of("name", payer.name(), "accountNumber", CARD, "bankCode", BANK));
        application.put("payeeIs", reason.startsWith("DEATH") ? "HEIR" : "SELF");
        return application;
    }

    public Answer register(Map<String, ?> application) {
        return register("clerkcc", application, UUID.randomUUID().toString());
    }

    public Answer register(String user, Map<String, ?> application, String key) {
        return api.post(user, "/api/refunds", application, "Idempotency-Key", key);
    }

    /** Registers an application that must succeed and returns the case number. */
    public String registered(Payer payer, String reason, String requestedOn) {
        return done(register(application(payer, reason, requestedOn)), 201).text("caseNumber");
    }

    /** Confirms the facts with all evidence seen. */
    public Answer confirmFacts(String number, Map<String, ?>... corrections) {
        List<String> evidence = StreamSupport.stream(
                        view(number).path("evidence").spliterator(), false)
                .map(each -> each.path("code").asText())
                .toList();
        return post(
                "reviewcc",
                number,
                "facts",
                Map.of("decision", "CONFIRM", "evidence", evidence, "corrections", List.of(corrections)));
    }

    static Map<String, String> correction(String name, String value) {
        return Map.of("name", name, "value", value, "reason", "见证明材料");
    }

    public Answer assess(String number) {
        return post("reviewcc", number, "assessment", CONFIRM);
    }

    public Answer approve(String number) {
        return post("approvecc", number, "approval", CONFIRM);
    }

    /** Takes a refund from its registration to where its money moves. */
    public String approved(Payer payer, String reason, String requestedOn) {
        String number = registered(payer, reason, requestedOn);
        done(confirmFacts(number), 200);
        done(assess(number), 200);
        done(approve(number), 200);
        return number;
    }

    /** Registers an application that was shown and released with its file. */
    public String released(Payer payer, String amount) {
        CheckedRefund checked = checking.check(new RefundApplication(
                payer.identityNumber(),
                payer.name(),
                "220100",
                "DUPLICATE_PAYMENT",
                payer.reference(),
                LocalDate.of(2023, 12, 20),
                null,
                null,
                null,
                null,
                null,
                new ApplicationPayee(payer.name(), CARD, BANK),
                "SELF",
                null));
        Release release = new Release("test-file", "clerkcc", "approvecc", new BigDecimal(amount));
        return registering
                .registerReleased(checked, null, UUID.randomUUID().toString(), release)
                .number()
                .value();
    }

    public Answer seniorDecides(String number, Map<String, ?> results) {
        return api.post(
                "supercc",
                "/api/referrals/tasks/" + taskOf(number + "/referral").getId() + "/decision",
                Map.of("results", results, "reason", "按公平处理", "basis", "本市经办规程"));
    }

    public Answer object(String number, String grounds) {
        String today = LocalDate.now(BusinessTime.ZONE).toString();
        return api.post(
                "clerkcc", "/api/refunds/" + number + "/objection", Map.of("filedOn", today, "grounds", grounds));
    }

    public Answer post(String user, String number, String step, Map<String, ?> body) {
        return api.post(user, "/api/refunds/tasks/" + taskOf(number).getId() + "/" + step, body);
    }

    /** The treasury pays the order of a case, or gives it back. */
    public void treasury(String number, OrderState result) {
        transaction.executeWithoutResult(status -> {
            List<PaymentOrder> all = orders.of(new CaseNumber(number));
            PaymentOrder open = all.get(all.size() - 1);
            batched.putInto("test", open.pool(), List.of(open.key()), 1, "financecc");
            batched.leave("test", List.of(open.id()));
            orders.settle(
                    open.key(),
                    open.attempt(),
                    new Settlement(result, result == OrderState.REJECTED ? "账号不存在" : null, "test", null));
        });
    }

    /** The payee's bank returns what the treasury has paid. */
    public Effect returned(String number) {
        return transaction.execute(status -> {
            PaymentOrder paid = orders.of(new CaseNumber(number)).get(0);
            Settlement settlement = new Settlement(OrderState.REJECTED, "账户已销户", "test", null, true);
            return returnedPayments.takeBack(paid.key(), paid.attempt(), settlement);
        });
    }

    /** Another account of the same person, after a payment came back. */
    public Answer correctAccount(String number) {
        Map<String, String> payee = Map.of("name", "虚构·张测试", "accountNumber", OTHER_CARD, "bankCode", BANK);
        return post("clerkcc", number, "account", Map.of("payee", payee, "reason", "申请人重新提供银行卡"));
    }

    /** The tax bureau says what came in of the rest of a case. */
    public void taxBureau(String number, int attempt, CollectionState state, String amount) {
        transaction.executeWithoutResult(status -> collections.settle(
                number + "/collection/" + attempt,
                state,
                new BigDecimal(amount),
                amount.equals("0.00") ? null : "R-1",
                amount.equals("0.00") ? null : LocalDate.of(2026, 3, 2)));
    }

    /** What came in for a case, closes nothing and is open, yuan. */
    public BigDecimal unassigned(String number) {
        return ledger.of(new CaseNumber(number)).unassigned();
    }

    /** The money that somebody's task beside a case is about. */
    public JsonNode moneyOfTask(String user, String number) {
        return api.get(user, "/api/refunds/by-task/" + taskBeside(number))
                .body()
                .path("moneyOfTask");
    }

    /** Somebody says how money went back. */
    public Answer moneyReturned(String user, String number, String note) {
        return api.post(user, "/api/refunds/tasks/" + taskBeside(number) + "/money", Map.of("note", note));
    }

    private String taskBeside(String number) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(number + "/money")
                .singleResult()
                .getId();
    }

    public JsonNode view(String number) {
        return api.get("reviewcc", "/api/refunds/" + number).body();
    }

    public Answer get(String user, String number) {
        return api.get(user, "/api/refunds/" + number);
    }

    public Answer withdraw(String number) {
        return api.post("clerkcc", "/api/refunds/" + number + "/withdrawal", Map.of("reason", "不退了"));
    }

    /** The one open task of a process. */
    public Task taskOf(String businessKey) {
        return tasks.createTaskQuery().processInstanceBusinessKey(businessKey).singleResult();
    }

    static Answer done(Answer answer, int status) {
        if (answer.status() != status) {
            throw new AssertionError(answer.toString());
        }
        return answer;
    }
}
