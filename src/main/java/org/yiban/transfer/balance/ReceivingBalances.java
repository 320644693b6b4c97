package org.yiban.transfer.balance;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.exchange.Message;
import org.yiban.exchange.MessageContent;
import org.yiban.exchange.MessageHandler;
import org.yiban.exchange.Party;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violations;
import org.yiban.ledger.Ledger;
import org.yiban.transfer.Side;
import org.yiban.transfer.Transfer;
import org.yiban.transfer.TransferFiles;

/**
 * Takes down what arrives of balances: from the treasury where it is connected, from finance where it is not. A receipt
 * counts once.
 */
@Component
public class ReceivingBalances implements MessageHandler {

    private static final String TYPE = "treasury.balance-received";
    private static final Party TREASURY = Party.partner("treasury");
    private static final int LONGEST_RECEIPT = 60;

    private final BalanceRecords records;
    private final MovingBalances moving;
    private final TransferFiles transfers;
    private final Ledger ledger;
    private final Cases cases;
    private final BalanceProcess process;
    private final BusinessTime time;
    private final ObjectMapper json;

    ReceivingBalances(
            BalanceRecords records,
            MovingBalances moving,
            TransferFiles transfers,
            Ledger ledger,
            Cases cases,
            BalanceProcess process,
            BusinessTime time,
            ObjectMapper json) {
        this.records = records;
        this.moving = moving;
        this.transfers = transfers;
        this.ledger = ledger;
        this.cases = cases;
        this.process = process;
        this.time = time;
        this.json = json;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public boolean listensTo(Party sender) {
        return sender.equals(TREASURY);
    }

    /** Money for a transfer that is not completed yet is held. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Handling handle(Message message) {
        Received received = MessageContent.read(json, message, Received.class);
        Transfer transfer = BalanceMove.conversationOf(received.reference())
                .flatMap(conversation -> Arrays.stream(Side.values())
                        .flatMap(side -> transfers.find(conversation, side).stream())
                        .filter(found -> Party.pool(found.pool()).equals(message.to()) && mayArrive(found))
                        .findAny())
                .orElseThrow(() -> ProblemException.invalid("reference", received.reference(), "没有这笔余额所属的转移"));
        CaseNumber number = transfer.caseNumber();
        BalanceArrival arrival = arrival(received.amount(), received.receivedOn(), received.receipt(), null);
        cases.lock(number);
        if (records.find(number).isEmpty()) {
            if (cases.require(number).state() != CaseState.OPEN) {
                throw ProblemException.invalid("reference", received.reference(), "这件转移没有要转入的余额");
            }
            return Handling.TOO_EARLY;
        }
        if (record(number, arrival)) {
            process.arrived(number, transfer.pool(), moving.missingAt(transfer.pool()));
        }
        return Handling.HANDLED;
    }

    /** On the transfer-in side, unless it gives a balance back; on the other one only what was said to come back. */
    private boolean mayArrive(Transfer transfer) {
        return records.find(transfer.caseNumber())
                .map(move -> move.side() == Side.IN)
                .orElse(transfer.side() == Side.IN);
    }

    /**
     * Takes down what arrived; whether its receipt is new.
     *
     * @param arrival checked by {@link #arrival}
     */
    boolean record(CaseNumber number, BalanceArrival arrival) {
        if (!records.arrived(number, arrival)) {
            return false;
        }
        BalanceMove move = records.require(number);
        ledger.balanceArrived(number, move.pool(), arrival.amount(), number + "/arrival/" + arrival.receipt());
        cases.note(
                number,
                "balanceArrived",
                null,
                "个人账户余额到账 " + arrival.amount() + " 元，到账日 " + arrival.receivedOn() + "，凭证 " + arrival.receipt(),
                arrival.byUser());
        return true;
    }

    /**
     * Reads what arrived.
     *
     * @throws ProblemException naming every field that is wrong
     */
    BalanceArrival arrival(String amount, LocalDate receivedOn, String receipt, String byUser) {
        Violations violations = new Violations();
        if (amount == null
                || !amount.strip().matches("\\d{1,10}(\\.\\d{1,2})?")
                || new BigDecimal(amount.strip()).signum() == 0) {
            violations.add("amount", amount, "应为大于 0、不超过两位小数的数字，单位元");
        }
        if (receivedOn == null) {
            violations.add("receivedOn", null, "必填，格式 yyyy-MM-dd");
        } else if (receivedOn.isAfter(time.today())) {
            violations.add("receivedOn", receivedOn.toString(), "到账日不能晚于今天（" + time.today() + "）");
        }
        String number = violations.collect(() -> FreeText.required("receipt", receipt));
        if (number != null && number.length() > LONGEST_RECEIPT) {
            violations.add("receipt", number.substring(0, LONGEST_RECEIPT), "凭证号不超过 " + LONGEST_RECEIPT + " 个字");
        }
        violations.throwIfAny();
        return new BalanceArrival(new BigDecimal(amount.strip()).setScale(2), number, receivedOn, byUser);
    }

    /** What the treasury says: the key of the payment as the payer's bank passed it on, and what came under which receipt. */
    private record Received(String reference, String amount, LocalDate receivedOn, String receipt) {}
}
