package org.yiban.payment.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.yiban.kernel.ProblemException;
import org.yiban.ledger.BankAccount;
import org.yiban.ledger.Payee;

class PaymentFileWriterTest {

    private static final String CARD = "6222020000000000000";
    private static final String BANK = "102100099996";

    @Test
    void aPain001CarriesTheControlTotalsAndEveryPayment() {
        String xml = PaymentFileWriter.write(PaymentFormat.PAIN001, list("虚构·张测试", "320.00", "64.50"));

        assertThat(xml)
                .contains("<MsgId>FK371500-2026-000001</MsgId><CreDtTm>2026-11-23T10:00:00+08:00</CreDtTm>")
                .contains("<NbOfTxs>2</NbOfTxs><CtrlSum>384.50</CtrlSum>")
                .contains("<EndToEndId>TF371500-2026-000002/refund</EndToEndId>")
                .contains("<InstdAmt Ccy=\"CNY\">64.50</InstdAmt>")
                .contains("<ClrSysId><Cd>CNAPS</Cd></ClrSysId><MmbId>" + BANK + "</MmbId>")
                .contains("<Nm>虚构·张测试</Nm>")
                .contains("<Id>" + CARD + "</Id>");
    }

    @Test
    void aCsvEndsWithTheControlTotals() {
        assertThat(PaymentFileWriter.write(PaymentFormat.CSV, list("虚构·张测试", "320.00", "64.50"))
                        .lines())
                .hasSize(4)
                .startsWith("batch,sequence,order,payee,account,bank_code,amount,remark")
                .last()
                .isEqualTo("TOTAL,2,,,,,384.50,");
    }

    @Test
    void theSameListIsTheSameBytes() {
        for (PaymentFormat format : PaymentFormat.values()) {
            assertThat(PaymentFileWriter.write(format, list("虚构·张测试", "1.00")))
                    .isEqualTo(PaymentFileWriter.write(format, list("虚构·张测试", "1.00")));
        }
    }

    @Test
    void whatTheSchemaDoesNotAllowIsNotWritten() {
        PaymentList tooLong = list("名".repeat(141), "1.00");

        assertThatThrownBy(() -> PaymentFileWriter.write(PaymentFormat.PAIN001, tooLong))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not valid");
    }

    @Property(tries = 150)
    void whateverPayeeIsAcceptedCanBeWritten(
            @ForAll @StringLength(min = 1, max = 140) String name,
            @ForAll @IntRange(min = 1, max = 99_999_999) int cents) {
        Payee payee;
        try {
            payee = Payee.parse("", name, CARD, BANK, false);
        } catch (ProblemException refused) {
            return;
        }
        String amount = BigDecimal.valueOf(cents, 2).toPlainString();

        assertThat(PaymentFileWriter.write(PaymentFormat.PAIN001, list(payee.name(), amount)))
                .contains(amount);
    }

    private static PaymentList list(String payee, String... amounts) {
        List<PaymentLine> lines = IntStream.range(0, amounts.length)
                .mapToObj(i -> new PaymentLine(
                        i + 1,
                        "TF371500-2026-%06d/refund".formatted(i + 1),
                        payee,
                        new BankAccount(CARD, BANK),
                        new BigDecimal(amounts[i]),
                        "医保退费"))
                .toList();
        return new PaymentList(
                "FK371500-2026-000001",
                ZonedDateTime.parse("2026-11-23T10:00:00+08:00[Asia/Shanghai]"),
                new Payer("虚构·基金", "3899000037150001", BANK),
                lines);
    }
}
