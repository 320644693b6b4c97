package org.yiban.payment;

import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yiban.exchange.Message;
import org.yiban.exchange.MessageHandler;
import org.yiban.exchange.Party;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.payment.TreasuryMessages.Receipt;
import org.yiban.payment.TreasuryMessages.Results;

/** What happens when the treasury says something. */
@Configuration(proxyBeanMethods = false)
class TreasuryHandlers {

    @Bean
    MessageHandler treasuryReceiptHandler(
            TreasuryMessages messages, BatchRecords batches, BatchNotes notes, PaymentProcess process) {
        return new FromTreasury(TreasuryMessages.RECEIPT) {
            @Override
            public Handling handle(Message message) {
                Receipt receipt = messages.read(message, Receipt.class);
                if (receipt.accepted() == null) {
                    throw ProblemException.invalid("accepted", null, "必填：true（接收）或 false（不接收）");
                }
                PaymentBatch batch = batches.find(new CaseNumber(receipt.batch()))
                        .filter(found -> Party.pool(found.pool()).equals(message.to()) && found.leftAt() != null)
                        .map(found -> batches.lock(found.number()))
                        .orElseThrow(() -> ProblemException.invalid("batch", receipt.batch(), "没有发出过这个付款批次"));
                if (batch.accepted() != null) {
                    return Handling.HANDLED;
                }
                batches.receipt(batch.number(), receipt.accepted(), receipt.reason());
                notes.add(batch.number(), receipt.accepted() ? "财政已接收付款文件" : "财政不接收付款文件：" + receipt.reason(), null);
                if (!receipt.accepted() && batch.state() == BatchState.LEFT) {
                    process.tell(PaymentModel.PAYMENT_FILE_REFUSED, batch);
                }
                return Handling.HANDLED;
            }
        };
    }

    @Bean
    MessageHandler treasuryResultsHandler(TreasuryMessages messages, ReceivingResults receiving) {
        return new FromTreasury(TreasuryMessages.RESULTS) {
            @Override
            public Handling handle(Message message) {
                Results results = messages.read(message, Results.class);
                String file = results.file() == null ? "" : results.file();
                receiving.takeMessage(
                        message.to().toPool(),
                        String.valueOf(results.batch()),
                        "财政消息 " + message.key(),
                        file.getBytes(StandardCharsets.UTF_8));
                return Handling.HANDLED;
            }
        };
    }

    private abstract static class FromTreasury implements MessageHandler {

        private final String type;

        FromTreasury(String type) {
            this.type = type;
        }

        @Override
        public String type() {
            return type;
        }

        @Override
        public boolean listensTo(Party sender) {
            return sender.equals(TreasuryMessages.TREASURY);
        }
    }
}
