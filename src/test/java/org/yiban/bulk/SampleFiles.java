package org.yiban.bulk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;

/** Files of the sample kind, as text. */
final class SampleFiles {

    static final String HEADER = "姓名,证件号码,缴费凭证号,缴费日期,金额,原因,银行账号";

    private final List<String> lines = new ArrayList<>(List.of(HEADER));
    /** Sets the receipts of one file apart from those of all others. */
    final String mark = UUID.randomUUID().toString().substring(0, 8);

    private final String identityNumber;

    SampleFiles(String identityNumber) {
        this.identityNumber = identityNumber;
    }

    /** Rows that can be accepted, with these amounts. */
    SampleFiles rows(int count, String amount) {
        for (int i = 0; i < count; i++) {
            row(receipt(lines.size()), amount);
        }
        return this;
    }

    /** A row of somebody else than the one before. */
    SampleFiles of(String name, String receipt) {
        lines.add("%s,%s,%s,2025-12-01,1.00,重复缴费,".formatted(name, identityNumber, receipt));
        return this;
    }

    SampleFiles row(String receipt, String amount) {
        lines.add("虚构·%d,%s,%s,2025-12-01,%s,重复缴费,6222020000000000009"
                .formatted(lines.size(), identityNumber, receipt, amount));
        return this;
    }

    /** The receipt of a row that {@link #rows} made; the first row below the header is 1. */
    String receipt(int row) {
        return mark + "-" + row;
    }

    String text() {
        return String.join("\r\n", lines) + "\r\n";
    }

    Answer send(ApiClient api, String user, String pool) {
        return send(api, user, pool, text().getBytes(StandardCharsets.UTF_8));
    }

    static Answer send(ApiClient api, String user, String pool, byte[] content) {
        return api.postFile(user, "/api/bulk/files?kind=SAMPLE&pool=" + pool + "&name=sample.csv", content);
    }
}
