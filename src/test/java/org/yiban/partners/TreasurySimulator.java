package org.yiban.partners;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.yiban.partners.PaymentInitiation.Transfer;

/**
 * Treasury: takes payment files (pain.001), checks their sums, pays each transfer once, and reports (pain.002). It keeps
 * in mind what it has paid, so a test can ask whether anything was paid twice.
 */
public final class TreasurySimulator extends PartnerSimulator {

    private final Map<String, Transfer> paid = new ConcurrentHashMap<>();
    private final List<String> askedTwice = new CopyOnWriteArrayList<>();

    /** Starts it at a port of the loopback address; 0 for any that is free. */
    public TreasurySimulator(int port, Path folder) throws IOException {
        super("treasury", port, folder);
    }

    /** Whether a transfer of this end-to-end number was paid. */
    public boolean hasPaid(String endToEndId) {
        return paid.containsKey(endToEndId);
    }

    /** The end-to-end numbers of the transfers that it was asked to pay when they were paid already. */
    public List<String> askedTwice() {
        return askedTwice;
    }

    @Override
    List<Said> answers(String type, JsonNode payload, Behaviour behaviour) {
        if (!type.equals("treasury.payment-file")) {
            return List.of();
        }
        String batch = payload.path("batch").asText();
        String file = payload.path("file").asText();
        String refusal = refusal(payload, file);
        List<Said> said = new ArrayList<>();
        ObjectNode receipt = JSON.createObjectNode().put("batch", batch).put("accepted", refusal == null);
        said.add(new Said(
                batch + "/receipt", "treasury.receipt", refusal == null ? receipt : receipt.put("reason", refusal)));
        if (refusal == null) {
            PaymentInitiation read = PaymentInitiation.read(file);
            said.add(results(batch, "results", report(read, behaviour)));
            if (behaviour == Behaviour.RETURN) {
                said.add(results(batch, "returned", returned(read)));
            }
        }
        return said;
    }

    private static Said results(String batch, String which, PaymentReport report) {
        ObjectNode results = JSON.createObjectNode()
                .put("batch", batch)
                .put("format", "pain.002.001.10")
                .put("file", report.text());
        return new Said(batch + "/" + which, "treasury.results", results);
    }

    /** What came back may be paid again. */
    private PaymentReport returned(PaymentInitiation file) {
        PaymentReport report = new PaymentReport(file, false);
        for (Transfer transfer : file.transfers()) {
            paid.remove(transfer.endToEndId());
            report.returned(transfer, "账户已销户");
        }
        return report;
    }

    private static String refusal(JsonNode payload, String file) {
        if (!sha256(file).equalsIgnoreCase(payload.path("sha256").asText())) {
            return "文件摘要不符";
        }
        PaymentInitiation read = PaymentInitiation.read(file);
        return read.addsUp() ? null : "笔数或合计金额与明细不符";
    }

    private PaymentReport report(PaymentInitiation file, Behaviour behaviour) {
        PaymentReport report = new PaymentReport(file, behaviour == Behaviour.WRONG_TOTALS);
        for (Transfer transfer : file.transfers()) {
            if (behaviour == Behaviour.REJECT) {
                report.rejected(transfer, "AC01", "账号不存在");
            } else if (paid.putIfAbsent(transfer.endToEndId(), transfer) != null) {
                askedTwice.add(transfer.endToEndId());
                report.rejected(transfer, "AM05", "重复支付");
            } else if (behaviour == Behaviour.UNSURE) {
                report.unknown(transfer, "银行未回");
            } else {
                report.paid(transfer);
            }
        }
        if (behaviour == Behaviour.UNKNOWN_ORDER) {
            report.paid(new Transfer("no-such-order", file.transfers().get(0).amount()));
        }
        return report;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs it as a program until it is ended. */
    public static void main(String[] arguments) throws Exception {
        SimulatorProgram.run("treasury", arguments, TreasurySimulator::new);
    }
}
