package org.yiban.walks;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.yiban.kernel.CaseNumber;
import org.yiban.support.ApiClient.Answer;
import org.yiban.support.DirectApi;
import org.yiban.transfer.AcceptingTransfers;
import org.yiban.transfer.DecidingTables;
import org.yiban.transfer.ReopeningTransfers;
import org.yiban.transfer.SettlingDeaths;
import org.yiban.transfer.VerifyingTransfers;
import org.yiban.transfer.WithdrawingTransfers;

/**
 * The steps of a transfer itself, asked of its services as its API asks them, but for the view of the case, which takes as
 * long as the step and which a walk does not look at.
 */
@Component
@Lazy
class TransferDesk {

    private final DirectApi api;
    private final AcceptingTransfers accepting;
    private final DecidingTables tables;
    private final VerifyingTransfers verifying;
    private final ReopeningTransfers reopening;
    private final SettlingDeaths deaths;
    private final WithdrawingTransfers withdrawing;

    TransferDesk(
            DirectApi api,
            AcceptingTransfers accepting,
            DecidingTables tables,
            VerifyingTransfers verifying,
            ReopeningTransfers reopening,
            SettlingDeaths deaths,
            WithdrawingTransfers withdrawing) {
        this.api = api;
        this.accepting = accepting;
        this.tables = tables;
        this.verifying = verifying;
        this.reopening = reopening;
        this.deaths = deaths;
        this.withdrawing = withdrawing;
    }

    /** Takes an open task to its end; the step and the body are those of the API. */
    Answer take(String user, String step, String task, Map<String, ?> body) {
        return api.as(user, () -> take(step, task, new Body(body)));
    }

    private void take(String step, String task, Body body) {
        switch (step) {
            case "acceptance" -> accept(task, body);
            case "supplement" -> accepting.recordSupplement(task, body.decides("RECEIVED"), body.text("note"));
            case "information-table" -> decideTable(task, body);
            case "verification" -> verify(task, body);
            case "approval" -> approve(task, body);
            case "objection" -> reopening.decideObjection(task, body.decides("DECIDE_AGAIN"), body.text("reason"));
            case "refund-question" -> deaths.settle(task, null, body.text("note"));
            default -> throw new AssertionError("no step " + step);
        }
    }

    private void accept(String task, Body body) {
        switch (body.text("decision")) {
            case "ACCEPT" -> accepting.accept(task, body.day("acceptedOn"), body.list("materials"));
            case "SUPPLEMENT" -> accepting.askForSupplement(task, body.text("supplement"));
            default -> accepting.refuse(task, body.text("reason"), body.list("basis"));
        }
    }

    private void decideTable(String task, Body body) {
        boolean confirmed = body.decides("CONFIRM");
        if (confirmed && tables.refresh(task)) {
            throw DecidingTables.tableHasChanged();
        }
        tables.decide(task, confirmed, body.text("note"), body.text("reason"), body.list("basis"));
    }

    private void verify(String task, Body body) {
        switch (body.text("decision")) {
            case "CONFIRM" ->
                verifying.verify(
                        task, body.text("takenBack"), body.text("takenBackBalance"), body.text("takenBackReason"));
            case "QUESTION" -> verifying.question(task, body.text("questions"));
            case "SUPPLEMENT" -> verifying.askForSupplement(task, body.text("supplement"));
            default -> verifying.refuse(task, body.text("reason"), body.list("basis"));
        }
    }

    private void approve(String task, Body body) {
        if (body.decides("CONFIRM")) {
            verifying.approve(task);
        } else {
            verifying.giveBack(task, body.text("reason"));
        }
    }

    /** Does something about a case beside its tasks, likewise. */
    Answer act(String user, String caseNumber, String what, Map<String, ?> stated) {
        CaseNumber number = new CaseNumber(caseNumber);
        Body body = new Body(stated);
        return api.as(user, () -> {
            switch (what) {
                case "withdrawal" -> withdrawing.withdraw(number, body.text("reason"));
                case "death" -> deaths.report(number, body.day("diedOn"), body.text("source"));
                case "reopening" -> reopening.reopen(number, body.text("reason"));
                default -> throw new AssertionError("nothing to do as " + what);
            }
        });
    }

    private record Body(Map<String, ?> values) {

        String text(String name) {
            return (String) values.get(name);
        }

        boolean decides(String decision) {
            return decision.equals(text("decision"));
        }

        LocalDate day(String name) {
            return LocalDate.parse(text(name));
        }

        @SuppressWarnings("unchecked")
        List<String> list(String name) {
            return (List<String>) values.get(name);
        }
    }
}
