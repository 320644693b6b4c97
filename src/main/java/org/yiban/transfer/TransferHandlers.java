package org.yiban.transfer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.exchange.Message;
import org.yiban.exchange.MessageHandler;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.sla.Clocks;
import org.yiban.sla.Leg;

/**
 * How each side takes the messages of the other. A message for a case that has ended meanwhile changes nothing by itself;
 * where it contradicts how the case ended, supervisors see to it. One that nobody waits for yet is held, and until then
 * nothing of the transfer is written. What can never be acted on is refused for good.
 */
@Configuration(proxyBeanMethods = false)
class TransferHandlers {

    private final TransferRecords records;
    private final TransferMessages messages;
    private final TransferProcess process;
    private final Cases cases;
    private final Clocks clocks;
    private final BusinessTime time;

    TransferHandlers(
            TransferRecords records,
            TransferMessages messages,
            TransferProcess process,
            Cases cases,
            Clocks clocks,
            BusinessTime time) {
        this.records = records;
        this.messages = messages;
        this.process = process;
        this.cases = cases;
        this.clocks = clocks;
        this.time = time;
    }

    @Bean
    MessageHandler transferRequested(OpeningTransfersOut opening) {
        return new Handler(TransferMessages.REQUESTED) {
            @Override
            public Handling handle(Message message) {
                return opening.open(message);
            }
        };
    }

    @Bean
    MessageHandler informationTableReceived(ReceivingTables receiving, InformationTables tables) {
        return new OnOpenCase(TransferMessages.INFORMATION_TABLE, Side.IN, (message, transfer) -> {
            ReceivingTables.Received received = receiving.read(message, transfer);
            int version = received.table().version();
            List<InformationTable> before = tables.issued(transfer.caseNumber());
            int newest = before.isEmpty() ? 0 : before.get(before.size() - 1).version();
            if (version <= newest) {
                if (tables.version(transfer.caseNumber(), version).isEmpty()) {
                    cases.note(
                            transfer.caseNumber(),
                            "tableSuperseded",
                            null,
                            "收到转出地第 " + version + " 次的信息表；已有第 " + newest + " 次的，不再使用",
                            null);
                }
                return true;
            }
            if (!process.tell(TransferModel.INFORMATION_TABLE_RECEIVED, transfer)) {
                return false;
            }
            tables.keep(transfer.caseNumber(), received.table(), received.document());
            clocks.beginLeg(transfer.caseNumber(), Leg.TRANSFER_IN, time.today());
            cases.note(
                    transfer.caseNumber(),
                    "tableReceived",
                    null,
                    version == 1
                            ? "收到转出地的信息表"
                            : "收到转出地第 " + version + " 次出具的信息表，答复："
                                    + received.table().note(),
                    null);
            return true;
        });
    }

    @Bean
    MessageHandler informationTableQuestioned(InformationTables tables, TableQuestions questions) {
        return new OnOpenCase(TransferMessages.TABLE_QUESTIONED, Side.OUT, (message, transfer) -> {
            TransferMessages.Questioned asked = messages.read(message, TransferMessages.Questioned.class);
            int issued = tables.issued(transfer.caseNumber()).size();
            if (asked.version() > issued) {
                throw ProblemException.invalid(
                        "version", Integer.toString(asked.version()), "没有出具过这一次的信息表，最近一次是第 " + issued + " 次");
            }
            boolean known = questions.of(transfer.caseNumber()).stream()
                    .anyMatch(before -> before.version() == asked.version());
            if (known || asked.version() < issued) {
                throw ProblemException.invalid(
                        "version", Integer.toString(asked.version()), "对这一次信息表的疑问已经收到过，或已重新出具；请就最近一次提出");
            }
            if (!process.tell(TransferModel.QUESTIONS_RECEIVED, transfer)) {
                return false;
            }
            questions.keep(transfer.caseNumber(), asked.version(), asked.questions(), null);
            clocks.beginLeg(transfer.caseNumber(), Leg.TRANSFER_OUT, time.today());
            cases.note(transfer.caseNumber(), "tableQuestioned", null, "转入地对信息表提出疑问：" + asked.questions(), null);
            return true;
        });
    }

    @Bean
    MessageHandler refusedByTransferOutSide() {
        return new OnOpenCase(TransferMessages.REFUSED_BY_ORIGIN, Side.IN, (message, transfer) -> {
            Refusal refusal =
                    messages.read(message, TransferMessages.Ended.class).refusal("转出地不予转出：");
            if (!process.waits(TransferModel.REFUSED_BY_TRANSFER_OUT_SIDE, transfer)) {
                noteOnce(transfer.caseNumber(), "refusalHeld", "收到转出地的消息，" + refusal.reason() + "；信息表已经收到，请核实后决定是否转入");
                return false;
            }
            records.refuse(transfer.caseNumber(), refusal);
            return process.tell(TransferModel.REFUSED_BY_TRANSFER_OUT_SIDE, transfer);
        });
    }

    @Bean
    MessageHandler completedByTransferInSide(Contradictions contradictions) {
        return new OnOpenCase(
                TransferMessages.COMPLETED,
                Side.OUT,
                (message, transfer) -> {
                    LocalDate on = completedOn(message, transfer);
                    if (!process.waits(TransferModel.COMPLETED_BY_TRANSFER_IN_SIDE, transfer)) {
                        return false;
                    }
                    records.complete(transfer.caseNumber(), on);
                    return process.tell(TransferModel.COMPLETED_BY_TRANSFER_IN_SIDE, transfer);
                },
                (message, transfer) -> contradictions.completed(transfer, completedOn(message, transfer)));
    }

    private LocalDate completedOn(Message message, Transfer transfer) {
        LocalDate on = messages.read(message, TransferMessages.Completed.class).completedOn();
        if (on.isAfter(time.today()) || on.isBefore(transfer.appliedOn())) {
            throw ProblemException.invalid("completedOn", on.toString(), "应在申请日期（" + transfer.appliedOn() + "）与今天之间");
        }
        return on;
    }

    @Bean
    MessageHandler closedByTransferInSide(Contradictions contradictions) {
        return new OnOpenCase(
                TransferMessages.CLOSED,
                Side.OUT,
                (message, transfer) -> {
                    if (!process.waits(TransferModel.CLOSED_BY_TRANSFER_IN_SIDE, transfer)) {
                        return false;
                    }
                    records.refuse(
                            transfer.caseNumber(),
                            messages.read(message, TransferMessages.Ended.class).refusal(""));
                    return process.tell(TransferModel.CLOSED_BY_TRANSFER_IN_SIDE, transfer);
                },
                (message, transfer) -> contradictions.closed(
                        transfer,
                        messages.read(message, TransferMessages.Ended.class)
                                .refusal("")
                                .reason()));
    }

    /** A message that is held is handled again and again; the history says so once. */
    private void noteOnce(CaseNumber number, String step, String text) {
        boolean said = cases.history(number).stream()
                .anyMatch(event -> event.step().equals(step) && event.text().equals(text));
        if (!said) {
            cases.note(number, step, null, text, null);
        }
    }

    /**
     * That a message is one of the two sides' of a transfer.
     *
     * @throws ProblemException INVALID_INPUT if another agency sent it, or it is for another
     */
    static void requireParties(Message message, Transfer transfer) {
        boolean theirs = message.from().toPool().equals(transfer.otherPool())
                && message.to().toPool().equals(transfer.pool());
        if (!theirs) {
            throw ProblemException.invalid(
                    "conversationId", message.conversationId().toString(), "不是与 " + message.from() + " 之间的转移");
        }
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
        private final BiConsumer<Message, Transfer> onceClosed;

        OnOpenCase(String type, Side side, BiPredicate<Message, Transfer> step) {
            this(type, side, step, (message, transfer) -> {});
        }

        OnOpenCase(
                String type, Side side, BiPredicate<Message, Transfer> step, BiConsumer<Message, Transfer> onceClosed) {
            super(type);
            this.side = side;
            this.step = step;
            this.onceClosed = onceClosed;
        }

        @Override
        public Handling handle(Message message) {
            Optional<Transfer> transfer = records.find(message.conversationId(), side);
            if (transfer.isEmpty()) {
                return unknown(message);
            }
            requireParties(message, transfer.get());
            cases.lock(transfer.get().caseNumber());
            if (cases.require(transfer.get().caseNumber()).state() != CaseState.OPEN) {
                onceClosed.accept(message, transfer.get());
                return Handling.HANDLED;
            }
            return step.test(message, transfer.get()) ? Handling.HANDLED : Handling.TOO_EARLY;
        }

        /** The transfer-in side begins each conversation: there an unknown one will stay unknown. */
        private Handling unknown(Message message) {
            if (side == Side.IN) {
                throw ProblemException.invalid(
                        "conversationId", message.conversationId().toString(), "这里没有开始过这件转移");
            }
            return Handling.TOO_EARLY;
        }
    }
}
