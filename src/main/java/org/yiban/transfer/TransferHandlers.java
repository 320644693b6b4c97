package org.yiban.transfer;

import java.util.Optional;
import java.util.function.BiPredicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yiban.casework.CaseFile;
import org.yiban.casework.CaseKind;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.exchange.Message;
import org.yiban.exchange.MessageHandler;
import org.yiban.kernel.BusinessTime;
import org.yiban.policy.DecisionRecords;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;
import org.yiban.sla.ClockEntry;
import org.yiban.sla.Clocks;
import org.yiban.sla.Leg;

/**
 * How each side takes the messages of the other. A message for a case that has ended meanwhile changes nothing; one that
 * nobody waits for yet is held, and until then nothing is written that a repetition would double.
 */
@Configuration(proxyBeanMethods = false)
class TransferHandlers {

    private final TransferRecords records;
    private final TransferMessages messages;
    private final TransferProcess process;
    private final Cases cases;

    TransferHandlers(TransferRecords records, TransferMessages messages, TransferProcess process, Cases cases) {
        this.records = records;
        this.messages = messages;
        this.process = process;
        this.cases = cases;
    }

    @Bean
    MessageHandler transferRequested(Regions regions, Clocks clocks, DecisionRecords decisions) {
        return new Handler(TransferMessages.REQUESTED) {
            @Override
            public Handling handle(Message message) {
                if (records.find(message.conversationId(), Side.OUT).isEmpty()) {
                    open(message, regions, clocks, decisions);
                }
                return Handling.HANDLED;
            }
        };
    }

    private void open(Message message, Regions regions, Clocks clocks, DecisionRecords decisions) {
        TransferMessages.Requested request = messages.read(message, TransferMessages.Requested.class);
        CaseFile opened = cases.open(CaseKind.TRANSFER_OUT, message.to().toPool(), request.personId(), "system");
        records.add(new Transfer(
                opened.number(),
                Side.OUT,
                message.conversationId(),
                request.personId(),
                request.identity(),
                new RegionCode(request.fromRegion()),
                message.to().toPool(),
                new RegionCode(request.toRegion()),
                message.from().toPool(),
                request.appliedOn(),
                request.acceptedOn(),
                null,
                null,
                null));
        clocks.start(
                opened.number(), request.acceptedOn(), request.workingDays(), request.nature(), ClockEntry.BY_PROCESS);
        clocks.beginLeg(opened.number(), Leg.TRANSFER_OUT, request.acceptedOn());
        decisions.keepAsTold(opened.number().value(), request.decision());
        cases.note(
                opened.number(),
                "requested",
                null,
                "收到" + regions.fullName(message.from().toPool()) + "的转移请求",
                null);
        process.startTransferOut(opened.number(), opened.pool());
    }

    @Bean
    MessageHandler informationTableReceived(InformationTables tables, Clocks clocks, BusinessTime time) {
        return new OnOpenCase(TransferMessages.INFORMATION_TABLE, Side.IN, (message, transfer) -> {
            if (!process.tell(TransferModel.INFORMATION_TABLE_RECEIVED, transfer)) {
                return false;
            }
            TransferMessages.StatedMonths stated = messages.read(message, TransferMessages.StatedMonths.class);
            tables.keep(
                    transfer.caseNumber(),
                    InformationTable.of(
                            stated.months(),
                            stated.note(),
                            message.from().toPool(),
                            time.now().toOffsetDateTime()));
            clocks.beginLeg(transfer.caseNumber(), Leg.TRANSFER_IN, time.today());
            cases.note(transfer.caseNumber(), "tableReceived", null, "收到转出地的信息表", null);
            return true;
        });
    }

    @Bean
    MessageHandler refusedByTransferOutSide() {
        return new OnOpenCase(TransferMessages.REFUSED_BY_ORIGIN, Side.IN, (message, transfer) -> {
            String reason = messages.read(message, TransferMessages.Ended.class).refusalReason();
            records.refuse(transfer.caseNumber(), "转出地不予转出：" + reason);
            return process.tell(TransferModel.REFUSED_BY_TRANSFER_OUT_SIDE, transfer);
        });
    }

    @Bean
    MessageHandler completedByTransferInSide() {
        return new OnOpenCase(TransferMessages.COMPLETED, Side.OUT, (message, transfer) -> {
            records.complete(
                    transfer.caseNumber(),
                    messages.read(message, TransferMessages.Completed.class).completedOn());
            return process.tell(TransferModel.COMPLETED_BY_TRANSFER_IN_SIDE, transfer);
        });
    }

    @Bean
    MessageHandler closedByTransferInSide() {
        return new OnOpenCase(TransferMessages.CLOSED, Side.OUT, (message, transfer) -> {
            records.refuse(
                    transfer.caseNumber(),
                    messages.read(message, TransferMessages.Ended.class).refusalReason());
            return process.tell(TransferModel.CLOSED_BY_TRANSFER_IN_SIDE, transfer);
        });
    }

    private abstract static class Handler implements MessageHandler {

        private final String type;

        Handler(String type) {
            this.type = type;
        }

        @Override
        public String type() {
            return type;
        }
    }

    private final class OnOpenCase extends Handler {

        private final Side side;
        private final BiPredicate<Message, Transfer> step;

        OnOpenCase(String type, Side side, BiPredicate<Message, Transfer> step) {
            super(type);
            this.side = side;
            this.step = step;
        }

        @Override
        public Handling handle(Message message) {
            Optional<Transfer> transfer = records.find(message.conversationId(), side);
            if (transfer.isEmpty()) {
                return Handling.TOO_EARLY;
            }
            cases.lock(transfer.get().caseNumber());
            if (cases.require(transfer.get().caseNumber()).state() != CaseState.OPEN) {
                return Handling.HANDLED;
            }
            return step.test(message, transfer.get()) ? Handling.HANDLED : Handling.TOO_EARLY;
        }
    }
}
