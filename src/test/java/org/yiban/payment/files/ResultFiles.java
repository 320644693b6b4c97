package org.yiban.payment.files;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Result files as a treasury writes them, right and wrong. */
public final class ResultFiles {

    private final String batch;
    private final List<String[]> rows = new ArrayList<>();
    private String madeAt = "2026-03-02T10:15:00+08:00";

    private ResultFiles(String batch) {
        this.batch = batch;
    }

    public static ResultFiles of(String batch) {
        return new ResultFiles(batch);
    }

    public ResultFiles paid(String order, String amount) {
        return row(order, "PAID", amount, "");
    }

    public ResultFiles rejected(String order, String amount, String reason) {
        return row(order, "REJECTED", amount, reason);
    }

    public ResultFiles unknown(String order, String amount) {
        return row(order, "UNKNOWN", amount, "银行未回");
    }

    public ResultFiles row(String order, String state, String amount, String reason) {
        rows.add(new String[] {order, state, amount, reason});
        return this;
    }

    public byte[] csv() {
        BigDecimal sum = rows.stream()
                .map(row -> row[2].matches("[0-9.]+") ? new BigDecimal(row[2]) : BigDecimal.ZERO)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return csv(rows.size(), sum.toPlainString());
    }

    public byte[] csv(int count, String sum) {
        StringBuilder text = new StringBuilder("batch,order,state,amount,reason\r\n");
        rows.forEach(row ->
                text.append(batch).append(',').append(String.join(",", row)).append("\r\n"));
        return text.append("TOTAL,%d,,%s,\r\n".formatted(count, sum)).toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Made at another time, as the schema writes it. */
    public ResultFiles madeAt(String moment) {
        madeAt = moment;
        return this;
    }

    public byte[] pain002(int orders, String total) {
        StringBuilder text = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
                <GrpHdr><MsgId>R-1</MsgId><CreDtTm>%s</CreDtTm></GrpHdr>
                <OrgnlGrpInfAndSts><OrgnlMsgId>%s</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>
                <OrgnlNbOfTxs>%d</OrgnlNbOfTxs><OrgnlCtrlSum>%s</OrgnlCtrlSum></OrgnlGrpInfAndSts>
                <OrgnlPmtInfAndSts><OrgnlPmtInfId>%s</OrgnlPmtInfId>
                """.formatted(madeAt, batch, orders, total, batch));
        for (String[] row : rows) {
            String status =
                    switch (row[1]) {
                        case "PAID" -> "ACSC";
                        case "REJECTED" -> "RJCT";
                        case "UNKNOWN" -> "PDNG";
                        default -> row[1];
                    };
            text.append(
                    "<TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId><TxSts>%s</TxSts>".formatted(row[0], status));
            if (!row[3].isEmpty()) {
                text.append("<StsRsnInf><Rsn><Cd>AC01</Cd></Rsn><AddtlInf>%s</AddtlInf></StsRsnInf>".formatted(row[3]));
            }
            text.append("<OrgnlTxRef><Amt><InstdAmt Ccy=\"CNY\">%s</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts>\n"
                    .formatted(row[2]));
        }
        return text.append("</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }
}
