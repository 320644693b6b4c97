package org.yiban.walks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.exchange.Exchange;
import org.yiban.exchange.PartnerDelivery;
import org.yiban.partners.Behaviour;
import org.yiban.partners.TreasurySimulator;
import org.yiban.payment.ApplyingResults;
import org.yiban.refund.RefundApplicants;
import org.yiban.refund.RefundApplicants.Payer;
import org.yiban.refund.RefundSteps;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;

/** What people, partners and a failing database do to refunds in Changchun; each act may fail, none may harm. */
@Component
@Lazy
class RefundWorld {

    private static final List<Behaviour> BEHAVIOURS = List.of(
            Behaviour.ANSWER,
            Behaviour.REJECT,
            Behaviour.TWICE,
            Behaviour.EARLY,
            Behaviour.LATE,
            Behaviour.CONTRADICT,
            Behaviour.WRONG_TOTALS,
            Behaviour.NEVER,
            Behaviour.BUSY,
            Behaviour.REFUSE);
    private static final Map<String, Object> CONFIRM = Map.of("decision", "CONFIRM");
    private static final Map<String, Object> RETURN = Map.of("decision", "RETURN", "reason", "再核");

    private final ApiClient api;
    private final TaskService tasks;
    private final JdbcClient jdbc;
    private final Exchange exchange;
    private final PartnerDelivery delivery;
    private final ApplyingResults applying;
    private final TreasurySimulator treasury;
    private final RefundApplicants applicants;

    private final List<Payer> payers = new ArrayList<>();
    private final List<String> numbers = new ArrayList<>();

    RefundWorld(
            ApiClient api,
            TaskService tasks,
            JdbcClient jdbc,
            Exchange exchange,
            PartnerDelivery delivery,
            ApplyingResults applying,
            TreasurySimulator treasury,
            RefundApplicants applicants) {
        this.api = api;
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.exchange = exchange;
        this.delivery = delivery;
        this.applying = applying;
        this.treasury = treasury;
        this.applicants = applicants;
    }

    /** Two people who may have a payment back, and no case yet. */
    void begin() {
        payers.clear();
        numbers.clear();
        payers.add(applicants.residentWhoJoined("2023-12-01"));
        payers.add(applicants.residentWhoJoined("2023-12-05"));
        treasury.behaves(Behaviour.ANSWER);
    }

    List<String> numbers() {
        return numbers;
    }

    void make(Move move) {
        CompletableFuture<Void> kill = move.killAfter() < 0
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.runAsync(
                        this::killTransactions,
                        CompletableFuture.delayedExecutor(move.killAfter(), TimeUnit.MILLISECONDS));
        try {
            act(move);
        } catch (RuntimeException sessionKilled) {
            if (move.killAfter() < 0) {
                throw sessionKilled;
            }
        } finally {
            kill.handle((done, failure) -> null).join();
        }
    }

    private void act(Move move) {
        switch (move.act()) {
            case REGISTER -> register(payers.get(move.choice() % payers.size()), move.killAfter() >= 0);
            case WORK -> open(move).ifPresent(task -> work(task, move));
            case SEND_BACK -> open(move).ifPresent(task -> sendBack(task, move));
            case WITHDRAW -> {
                if (!numbers.isEmpty()) {
                    String number = numbers.get(move.choice() % numbers.size());
                    tried(api.post("clerkcc", "/api/refunds/" + number + "/withdrawal", Map.of("reason", "不退了")), move);
                }
            }
            case DRAW_UP -> tried(api.post("financecc", "/api/payments/batches", Map.of("pool", "220100")), move);
            case EXCHANGE -> exchangeMessages();
            case BEHAVE -> treasury.behaves(BEHAVIOURS.get(move.choice() % BEHAVIOURS.size()));
        }
    }

    private void register(Payer payer, boolean mayFail) {
        String key = UUID.randomUUID().toString();
        Map<String, Object> application = RefundSteps.application(payer, "JOINED_EMPLOYEE_SCHEME", "2023-12-20");
        for (int attempt = 0; attempt < 3; attempt++) {
            Answer answer = api.post("clerkcc", "/api/refunds", application, "Idempotency-Key", key);
            if (answer.status() < 300) {
                if (!numbers.contains(answer.text("caseNumber"))) {
                    numbers.add(answer.text("caseNumber"));
                }
                return;
            }
            if (answer.status() < 500) {
                return;
            }
            if (!mayFail) {
                throw new AssertionError(answer.toString());
            }
        }
    }

    private Optional<Task> open(Move move) {
        List<Task> open = new ArrayList<>();
        for (String number : numbers) {
            open.addAll(
                    tasks.createTaskQuery().processInstanceBusinessKey(number).list());
            for (String batch : batches(number)) {
                open.addAll(tasks.createTaskQuery()
                        .processInstanceBusinessKey(batch)
                        .list());
            }
        }
        return open.isEmpty() ? Optional.empty() : Optional.of(open.get(move.choice() % open.size()));
    }

    private void work(Task task, Move move) {
        String refund = "/api/refunds/tasks/" + task.getId();
        String payment = "/api/payments/tasks/" + task.getId();
        Answer answer =
                switch (task.getTaskDefinitionKey()) {
                    case "userTask_checkFacts" -> api.post("reviewcc", refund + "/facts", facts(task));
                    case "userTask_assessRefund" -> api.post("reviewcc", refund + "/assessment", CONFIRM);
                    case "userTask_approveRefund" -> api.post("approvecc", refund + "/approval", CONFIRM);
                    case "userTask_correctAccount" -> api.post("clerkcc", refund + "/account", account());
                    case "userTask_approveBatch" ->
                        api.post("approvecc", payment + "/approval", Map.of("decision", "APPROVE"));
                    case "userTask_confirmRefusedFile" ->
                        api.post("financecc", payment + "/refused-file", Map.of("note", "已核对"));
                    default -> null;
                };
        if (answer != null) {
            tried(answer, move);
        }
    }

    private void sendBack(Task task, Move move) {
        String refund = "/api/refunds/tasks/" + task.getId();
        switch (task.getTaskDefinitionKey()) {
            case "userTask_assessRefund" -> tried(api.post("reviewcc", refund + "/assessment", RETURN), move);
            case "userTask_approveRefund" -> tried(api.post("approvecc", refund + "/approval", RETURN), move);
            case "userTask_approveBatch" ->
                tried(
                        api.post(
                                "approvecc",
                                "/api/payments/tasks/" + task.getId() + "/approval",
                                Map.of("decision", "REFUSE", "reason", "再核")),
                        move);
            default -> {
                // Nothing can be sent back from here.
            }
        }
    }

    private Map<String, Object> facts(Task task) {
        List<String> codes = new ArrayList<>();
        for (JsonNode each : api.get("reviewcc", "/api/refunds/by-task/" + task.getId())
                .body()
                .path("evidence")) {
            codes.add(each.path("code").asText());
        }
        return Map.of("decision", "CONFIRM", "evidence", codes, "corrections", List.of());
    }

    private static Map<String, Object> account() {
        Map<String, Object> account = new LinkedHashMap<>();
        account.put(
                "payee",
                Map.of("name", "虚构·张测试", "accountNumber", RefundSteps.OTHER_CARD, "bankCode", RefundSteps.BANK));
        account.put("reason", "原账户已注销");
        return account;
    }

    /** A refusal is an answer; a failure is one only where a session was killed. */
    private static void tried(Answer answer, Move move) {
        if (answer.status() >= 500 && move.killAfter() < 0) {
            throw new AssertionError(move + ": " + answer);
        }
    }

    private void exchangeMessages() {
        try {
            delivery.deliverAll().join();
            treasury.awaitAnswered();
            exchange.moveAll();
            applying.applyAll();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Lets everything that waits for a partner or a pause arrive. */
    void comeToRest() {
        treasury.behaves(Behaviour.ANSWER);
        treasury.release();
        for (int i = 0; i < 3; i++) {
            jdbc.sql(
                            "update yiban.outbox set next_attempt_at = now() where delivered_at is null and refused_at is null")
                    .update();
            jdbc.sql("update yiban.inbox set next_attempt_at = now() where handled_at is null and refused_at is null")
                    .update();
            exchangeMessages();
        }
    }

    List<String> batches(String number) {
        return jdbc.sql("select l.batch from yiban.payment_batch_line l join yiban.payment_order o on o.id = l.order_id"
                        + " where o.case_number = ?")
                .param(number)
                .query(String.class)
                .list();
    }

    private void killTransactions() {
        jdbc.sql(
                        "select pg_terminate_backend(pid) from pg_stat_activity where xact_start is not null"
                                + " and pid <> pg_backend_pid() and backend_type = 'client backend' and datname = current_database()")
                .query()
                .listOfRows();
    }
}
