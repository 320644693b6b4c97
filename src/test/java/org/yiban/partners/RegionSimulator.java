package org.yiban.partners;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * The agencies of pools elsewhere, behind one partner. As transfer-out side they answer a request with an information
 * table of a year; as transfer-in side they ask for one, and complete the transfer when it has come.
 */
public final class RegionSimulator extends PartnerSimulator {

    /** Two pools that it speaks for. */
    public static final String QINGDAO = "370200";

    public static final String BEIJING = "110000";

    private static final String TABLE = "transfer.information-table";
    private static final int MONTHS = 12;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Starts it at a port of the loopback address; 0 for any that is free. */
    public RegionSimulator(int port, Path folder) throws IOException {
        super("regions", port, folder);
    }

    @Override
    boolean accepts(String to) {
        return Set.of(QINGDAO, BEIJING).contains(to);
    }

    @Override
    List<Said> answers(String type, JsonNode payload, Behaviour behaviour) {
        return List.of();
    }

    @Override
    List<Said> answers(JsonNode message, Behaviour behaviour) {
        String conversation = message.path("conversationId").asText();
        JsonNode payload = message.path("payload");
        return switch (message.path("type").asText()) {
            case "transfer.requested" ->
                List.of(
                        behaviour == Behaviour.REJECT
                                ? refused(conversation, "此人在本地欠费，缴清后再办")
                                : table(
                                        conversation,
                                        message.path("to").asText(),
                                        payload.path("person"),
                                        1,
                                        behaviour));
            case "transfer.table-questioned" ->
                List.of(table(
                        conversation,
                        message.path("to").asText(),
                        person(conversation),
                        payload.path("version").asInt() + 1,
                        behaviour));
            case TABLE -> List.of(tableAnswer(conversation, payload, behaviour));
            default -> List.of();
        };
    }

    private static Said refused(String conversation, String reason) {
        return new Said(
                conversation + "/refused",
                "transfer.refused-by-transfer-out-side",
                JSON.createObjectNode().put("refusalReason", reason));
    }

    private Said tableAnswer(String conversation, JsonNode table, Behaviour behaviour) {
        int version = table.path("version").asInt();
        if (!digest((ObjectNode) table.deepCopy()).equals(table.path("digest").asText())) {
            throw new AssertionError("the digest of the table is not its own");
        }
        if (behaviour == Behaviour.QUESTION && version == 1) {
            return new Said(
                    conversation + "/question/1",
                    "transfer.table-questioned",
                    JSON.createObjectNode().put("version", 1).put("questions", "请核对最早的缴费月份"));
        }
        return behaviour == Behaviour.REJECT ? closed(conversation) : completed(conversation);
    }

    private static Said closed(String conversation) {
        return new Said(
                conversation + "/closed",
                "transfer.closed-by-transfer-in-side",
                JSON.createObjectNode().put("refusalReason", "本地没有接收单位"));
    }

    private static Said completed(String conversation) {
        return new Said(
                conversation + "/completed",
                "transfer.completed",
                JSON.createObjectNode().put("completedOn", LocalDate.now(ZONE).toString()));
    }

    private JsonNode person(String conversation) {
        return received(conversation).get(0).path("payload").path("person");
    }

    /** An information table; a later version has a month more. */
    private Said table(String conversation, String pool, JsonNode person, int version, Behaviour behaviour) {
        ArrayNode months = JSON.createArrayNode();
        YearMonth first = YearMonth.of(2024, 1);
        for (int i = 0; i < MONTHS + version - 1; i++) {
            months.addObject()
                    .put("scheme", "EMPLOYEE")
                    .put("month", first.plusMonths(i).toString())
                    .put("kind", "PAID")
                    .put("paidIn", pool)
                    .put("base", "5000.00");
        }
        ObjectNode table = JSON.createObjectNode()
                .put("schema", "urn:yiban:schema:transfer.information-table")
                .put("version", version)
                .put("statedBy", pool)
                .put("preparedAt", "2026-02-13T09:00:00+08:00");
        table.set("person", person.deepCopy());
        table.put("schemeStart", "2001-01");
        table.set("months", months);
        table.put("paidMonths", behaviour == Behaviour.WRONG_TOTALS ? 99 : months.size())
                .put("deemedMonths", 0)
                .put("balance", "1234.50")
                .put("note", version == 1 ? null : "已核对，补上一个月");
        if (behaviour == Behaviour.WRONG_PERSON) {
            ((ObjectNode) table.path("person")).put("name", "虚构·李别人");
        }
        if (behaviour == Behaviour.INVALID) {
            table.put("version", "第一次").remove("months");
        }
        table.put("digest", digest(table));
        if (behaviour == Behaviour.WRONG_DIGEST) {
            table.put("balance", "9234.50");
        }
        String about = behaviour == Behaviour.UNKNOWN_ORDER ? UUID.randomUUID().toString() : null;
        return new Said(conversation + "/table/" + version, TABLE, table, about);
    }

    /** States the table of a conversation before, or without, having been asked. */
    public void statesTable(String from, String to, String conversation, String name, String identityNumber) {
        JsonNode person = JSON.createObjectNode().put("name", name).put("identityNumber", identityNumber);
        say(from, to, conversation, table(conversation, from, person, 1, Behaviour.ANSWER));
    }

    /** Asks, as the agency of a pool elsewhere, for somebody's table. */
    public void requests(String from, String to, String conversation, ObjectNode request) {
        say(from, to, conversation, new Said(conversation + "/requested", "transfer.requested", request));
    }

    /** Hands over an application that its counter took. */
    public void handsOver(String from, String to, String conversation, ObjectNode application) {
        say(from, to, conversation, new Said(conversation + "/applied", "transfer.applied", application));
    }

    /** Says that a transfer is completed. */
    public void completes(String from, String to, String conversation) {
        say(from, to, conversation, completed(conversation));
    }

    private static String digest(ObjectNode table) {
        table = table.deepCopy();
        table.remove("digest");
        try {
            byte[] canonical =
                    new JsonCanonicalizer(table.toString()).getEncodedString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs it as a program until it is ended. */
    public static void main(String[] arguments) throws Exception {
        SimulatorProgram.run("regions", arguments, RegionSimulator::new);
    }
}
