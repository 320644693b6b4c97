package org.yiban.partners;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;

/** The tax bureau: collects what it is asked to collect, and says what came in. */
public final class TaxBureauSimulator extends PartnerSimulator {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** Starts it at a port of the loopback address; 0 for any that is free. */
    public TaxBureauSimulator(int port, Path folder) throws IOException {
        super("taxBureau", port, folder);
    }

    @Override
    List<Said> answers(String type, JsonNode payload, Behaviour behaviour) {
        if (!type.equals("collection.requested")) {
            return List.of();
        }
        String order = payload.path("order").asText();
        BigDecimal amount = new BigDecimal(payload.path("amount").asText());
        String state = behaviour == Behaviour.REJECT ? "EXPIRED" : "PAID";
        BigDecimal paid =
                switch (behaviour) {
                    case REJECT -> BigDecimal.ZERO.setScale(2);
                    case WRONG_TOTALS -> amount.divide(TWO, 2, RoundingMode.DOWN);
                    default -> amount;
                };
        ObjectNode result = JSON.createObjectNode()
                .put("order", behaviour == Behaviour.UNKNOWN_ORDER ? "no-such-order" : order)
                .put("state", state)
                .put("amount", paid.toPlainString())
                .put("at", "2026-03-02T10:15:00+08:00")
                .put("receipt", "SS" + Integer.toHexString(order.hashCode()));
        return List.of(new Said(order + "/result", "collection.result", result));
    }

    /** Runs it as a program until it is ended. */
    public static void main(String[] arguments) throws Exception {
        SimulatorProgram.run("taxBureau", arguments, TaxBureauSimulator::new);
    }
}
