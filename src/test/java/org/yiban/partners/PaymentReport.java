package org.yiban.partners;

import java.math.BigDecimal;
import java.util.UUID;
import org.yiban.partners.PaymentInitiation.Transfer;

/** What became of the transfers of a payment file (pain.002.001.10). */
final class PaymentReport {

    private final PaymentInitiation file;
    private final boolean wrongTotals;
    private final StringBuilder transactions = new StringBuilder();

    PaymentReport(PaymentInitiation file, boolean wrongTotals) {
        this.file = file;
        this.wrongTotals = wrongTotals;
    }

    void paid(Transfer transfer) {
        add(transfer, "ACSC", "");
    }

    void rejected(Transfer transfer, String code, String why) {
        add(
                transfer,
                "RJCT",
                "<StsRsnInf><Rsn><Cd>%s</Cd></Rsn><AddtlInf>%s</AddtlInf></StsRsnInf>".formatted(code, why));
    }

    void returned(Transfer transfer, String why) {
        add(
                transfer,
                "RJCT",
                "<StsRsnInf><Rsn><Prtry>RETURNED</Prtry></Rsn><AddtlInf>%s</AddtlInf></StsRsnInf>".formatted(why));
    }

    void unknown(Transfer transfer, String why) {
        add(transfer, "PDNG", "<StsRsnInf><AddtlInf>%s</AddtlInf></StsRsnInf>".formatted(why));
    }

    private void add(Transfer transfer, String status, String reason) {
        transactions.append("""
                      <TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId><TxSts>%s</TxSts>%s<OrgnlTxRef><Amt><InstdAmt Ccy="CNY">%s</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts>
                """.formatted(
                        transfer.endToEndId(), status, reason, transfer.amount().toPlainString()));
    }

    String text() {
        BigDecimal sum = wrongTotals ? file.sum().add(BigDecimal.ONE) : file.sum();
        int number = wrongTotals ? file.stated() + 1 : file.stated();
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10">
                  <CstmrPmtStsRpt>
                    <GrpHdr><MsgId>%s</MsgId><CreDtTm>2026-03-02T10:15:00+08:00</CreDtTm></GrpHdr>
                    <OrgnlGrpInfAndSts><OrgnlMsgId>%s</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId><OrgnlNbOfTxs>%d</OrgnlNbOfTxs><OrgnlCtrlSum>%s</OrgnlCtrlSum></OrgnlGrpInfAndSts>
                    <OrgnlPmtInfAndSts><OrgnlPmtInfId>%s</OrgnlPmtInfId>
                %s    </OrgnlPmtInfAndSts>
                  </CstmrPmtStsRpt>
                </Document>
                """.formatted(
                        UUID.randomUUID().toString().replace("-", ""),
                        file.message(),
                        number,
                        sum.toPlainString(),
                        file.paymentInformation(),
                        transactions);
    }
}
