package org.yiban.partners;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * A payment file (pain.001) as treasury reads it.
 *
 * @param message its number
 * @param paymentInformation the number of its payment information
 * @param stated how many transfers it says it has
 * @param sum what it says they add up to
 */
record PaymentInitiation(
        String message, String paymentInformation, int stated, BigDecimal sum, List<Transfer> transfers) {

    /** One transfer. */
    record Transfer(String endToEndId, BigDecimal amount) {}

    static PaymentInitiation read(String file) {
        try {
            DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
            parsers.setNamespaceAware(true);
            parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Document document = parsers.newDocumentBuilder().parse(new InputSource(new StringReader(file)));
            Element root = document.getDocumentElement();
            List<Transfer> transfers = new ArrayList<>();
            NodeList found = root.getElementsByTagNameNS("*", "CdtTrfTxInf");
            for (int i = 0; i < found.getLength(); i++) {
                Element transfer = (Element) found.item(i);
                transfers.add(new Transfer(text(transfer, "EndToEndId"), new BigDecimal(text(transfer, "InstdAmt"))));
            }
            Element header =
                    (Element) root.getElementsByTagNameNS("*", "GrpHdr").item(0);
            return new PaymentInitiation(
                    text(header, "MsgId"),
                    text(root, "PmtInfId"),
                    Integer.parseInt(text(header, "NbOfTxs")),
                    new BigDecimal(text(header, "CtrlSum")),
                    transfers);
        } catch (Exception e) {
            throw new IllegalArgumentException("not a payment file", e);
        }
    }

    boolean addsUp() {
        BigDecimal actual = transfers.stream().map(Transfer::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return stated == transfers.size() && sum.compareTo(actual) == 0;
    }

    private static String text(Element within, String name) {
        return within.getElementsByTagNameNS("*", name).item(0).getTextContent().strip();
    }
}
