package org.yiban.payment.files;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.yiban.kernel.BusinessTime;
import org.yiban.ledger.OrderState;

/** Reads a pain.002.001.10 that states every payment by itself. */
final class Pain002 {

    /** The statuses of ISO 20022's external code list that say how a payment ended, or that nobody knows. */
    private static final Map<String, OrderState> STATES = Map.of(
            "ACSC", OrderState.PAID,
            "ACCC", OrderState.PAID,
            "RJCT", OrderState.REJECTED,
            "PDNG", OrderState.UNKNOWN);

    private static final String RETURNED = "RETURNED";

    private final FileDefects defects;

    Pain002(FileDefects defects) {
        this.defects = defects;
    }

    ResultFile read(String text) {
        Optional<Document> document = parse(text);
        document.map(Schemas::defectsOfResults)
                .ifPresent(found ->
                        found.forEach(defect -> defects.ofFile(null, "不符合 " + Schemas.PAIN002 + " 的格式：" + defect)));
        if (!defects.isEmpty()) {
            return new ResultFile(ResultFormat.PAIN002, null, null, null, null, List.of());
        }
        Element report = document.orElseThrow().getDocumentElement();
        List<ResultRow> rows = new ArrayList<>();
        for (Element transaction : all(report, "TxInfAndSts")) {
            rows.add(row(rows.size() + 1, transaction));
        }
        Element original = all(report, "OrgnlGrpInfAndSts").get(0);
        requireCounts(report, rows);
        return new ResultFile(
                ResultFormat.PAIN002,
                text(original, "OrgnlMsgId"),
                stated(report, "OrgnlNbOfTxs").map(Long::valueOf).orElse(null),
                stated(report, "OrgnlCtrlSum").map(BigDecimal::new).orElse(null),
                latestDay(report),
                rows);
    }

    /** When it was made, or when the last payment was accepted by its account: days of the schema's ISO date and time. */
    private static LocalDate latestDay(Element report) {
        return Stream.of("CreDtTm", "AccptncDtTm")
                .flatMap(name -> all(report, name).stream())
                .map(found -> day(found.getTextContent().strip()))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** As the schema writes it: with an offset, or in the time of the place. */
    private static LocalDate day(String moment) {
        TemporalAccessor read =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(moment, OffsetDateTime::from, LocalDateTime::from);
        return read instanceof OffsetDateTime offset
                ? BusinessTime.dayOf(offset)
                : ((LocalDateTime) read).toLocalDate();
    }

    private ResultRow row(int number, Element transaction) {
        String order = text(transaction, "OrgnlEndToEndId");
        if (order == null) {
            defects.ofRow(number, null, "没有 OrgnlEndToEndId（付款单号）");
        }
        String status = text(transaction, "TxSts");
        OrderState state = status == null ? null : STATES.get(status);
        if (state == null) {
            defects.ofRow(number, status, "TxSts 应为 ACSC 或 ACCC（已付）、RJCT（退回）、PDNG（不明）");
        }
        BigDecimal amount = ResultFileReader.amount(number, text(transaction, "InstdAmt"), defects);
        String reason = state == null ? null : ResultFileReader.reason(number, state, reasonOf(transaction), defects);
        return new ResultRow(
                number, order, state, amount, reason, state == OrderState.REJECTED && returned(transaction));
    }

    /** ISO 20022 has no status for it: the reason says so by a word of our own. */
    private static boolean returned(Element transaction) {
        return all(transaction, "Rsn").stream().anyMatch(reason -> RETURNED.equals(text(reason, "Prtry")));
    }

    /** The words of the treasury, else its code. */
    private static String reasonOf(Element transaction) {
        String words = all(transaction, "AddtlInf").stream()
                .map(Element::getTextContent)
                .collect(Collectors.joining());
        return words.isBlank()
                ? Stream.of("Prtry", "Cd")
                        .flatMap(name -> all(transaction, "Rsn").stream().map(reason -> text(reason, name)))
                        .filter(found -> found != null)
                        .findFirst()
                        .orElse(null)
                : words;
    }

    /** How many payments it counts by status, where it does. */
    private void requireCounts(Element report, List<ResultRow> rows) {
        for (Element counted : all(report, "NbOfTxsPerSts")) {
            OrderState state = STATES.get(text(counted, "DtldSts"));
            List<ResultRow> found = rows.stream()
                    .filter(row -> row.state() != null && row.state() == state && row.amount() != null)
                    .toList();
            String count = text(counted, "DtldNbOfTxs");
            if (Long.parseLong(count) != found.size()) {
                defects.ofFile(count, "状态 %s 写明 %s 笔，实有 %d 笔".formatted(text(counted, "DtldSts"), count, found.size()));
            }
            String total = text(counted, "DtldCtrlSum");
            BigDecimal sum = found.stream().map(ResultRow::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (total != null && new BigDecimal(total).compareTo(sum) != 0) {
                defects.ofFile(total, "状态 %s 写明 %s 元，逐笔相加 %s 元".formatted(text(counted, "DtldSts"), total, sum));
            }
        }
    }

    private Optional<Document> parse(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return Optional.of(builder.parse(new InputSource(new StringReader(text))));
        } catch (SAXException e) {
            defects.ofFile(null, "不是有效的 XML：" + e.getMessage());
            return Optional.empty();
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException("a text in memory cannot be read", e);
        }
    }

    private static Optional<String> stated(Element report, String name) {
        return all(report, name).stream().map(Element::getTextContent).findFirst();
    }

    private static String text(Element within, String name) {
        return all(within, name).stream()
                .map(found -> found.getTextContent().strip())
                .findFirst()
                .orElse(null);
    }

    private static List<Element> all(Element within, String name) {
        NodeList found = within.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }
}
