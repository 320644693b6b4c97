package org.yiban.transfer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yiban.casework.Cases;
import org.yiban.exchange.Message;
import org.yiban.exchange.MessageHandler;
import org.yiban.kernel.ProblemException;
import org.yiban.person.ContributionMonth;
import org.yiban.person.ReturnedMonths;
import org.yiban.transfer.TransferMessages.MonthsReturned;

/**
 * The transfer-in side gives back months that were moved and should not have been: they count here again, whether this
 * side of the case has ended yet or not.
 */
@Component
class ReceivingReturnedMonths implements MessageHandler {

    private final TransferRecords records;
    private final InformationTables tables;
    private final TransferMessages messages;
    private final ReturnedMonths returned;
    private final BalancesGivenBack balances;
    private final Cases cases;

    ReceivingReturnedMonths(
            TransferRecords records,
            InformationTables tables,
            TransferMessages messages,
            ReturnedMonths returned,
            BalancesGivenBack balances,
            Cases cases) {
        this.records = records;
        this.tables = tables;
        this.messages = messages;
        this.returned = returned;
        this.balances = balances;
        this.cases = cases;
    }

    @Override
    public String type() {
        return TransferMessages.MONTHS_RETURNED;
    }

    /** The months that came back with the days on which they had left; without those that this very case moves anew. */
    private Map<YearMonth, LocalDate> moved(Transfer transfer, MonthsReturned stated) {
        Map<YearMonth, LocalDate> moved =
                tables.moved(transfer.personId(), transfer.fromPool(), transfer.toPool(), stated.scheme());
        List<YearMonth> others = stated.months().stream()
                .filter(month -> !moved.containsKey(month))
                .toList();
        if (!others.isEmpty()) {
            throw ProblemException.invalid("months", MonthList.text(others), "不是由本地转往该转入地的月份");
        }
        Set<YearMonth> anew = tables.newest(transfer.caseNumber()).stream()
                .flatMap(table -> table.months().stream())
                .map(ContributionMonth::month)
                .collect(Collectors.toSet());
        return stated.months().stream()
                .filter(month -> !anew.contains(month))
                .collect(Collectors.toMap(month -> month, moved::get));
    }

    /** The balance that is said to come back; none where this case states one that leaves: they would be one payment. */
    private BigDecimal balance(Transfer transfer, MonthsReturned stated) {
        if (stated.balance() == null) {
            return null;
        }
        BigDecimal balance = new BigDecimal(stated.balance());
        if (balance.signum() == 0) {
            throw ProblemException.invalid("balance", stated.balance(), "应大于 0；没有退回余额的不写");
        }
        tables.newest(transfer.caseNumber())
                .map(InformationTable::balance)
                .filter(leaving -> leaving.signum() > 0)
                .ifPresent(leaving -> {
                    throw ProblemException.invalid(
                            "balance", stated.balance(), "本案的信息表载明余额 " + leaving + " 元要转出，不能同时退回余额；请轧差后更正信息表");
                });
        return balance;
    }

    @Override
    public Handling handle(Message message) {
        Optional<Transfer> known = records.find(message.conversationId(), Side.OUT);
        if (known.isEmpty()) {
            throw ProblemException.invalid(
                    "conversationId", message.conversationId().toString(), "这里没有办理过这件转移");
        }
        Transfer transfer = known.get();
        TransferHandlers.requireParties(message, transfer);
        cases.lock(transfer.caseNumber());
        MonthsReturned stated = messages.read(message, MonthsReturned.class);
        if (stated.scheme() != transfer.fromScheme()) {
            throw ProblemException.invalid("scheme", stated.scheme().name(), "不是本案转移的险种");
        }
        BigDecimal balance = balance(transfer, stated);
        Map<YearMonth, LocalDate> moved = moved(transfer, stated);
        int restored = returned.restore(transfer.personId(), transfer.fromPool(), stated.scheme(), moved);
        cases.note(
                transfer.caseNumber(),
                "monthsReturned",
                null,
                "转入地退回误转的" + TakenBack.text(stated.months(), balance) + "，恢复登记 " + restored + " 个月。理由："
                        + stated.reason(),
                null);
        if (balance != null) {
            balances.expectBack(transfer, balance);
        }
        return Handling.HANDLED;
    }
}
