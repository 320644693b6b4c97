package org.yiban.payment.files;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes payment files; the same list gives the same characters. A pain.001 that its schema does not allow never leaves. */
public final class PaymentFileWriter {

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:" + Schemas.PAIN001;
    private static final String CURRENCY = "CNY";
    /** The clearing system of the bank codes, as ISO 20022's external code list names it. */
    private static final String CLEARING_SYSTEM = "CNAPS";

    private static final String COLUMNS = "batch,sequence,order,payee,account,bank_code,amount,remark";

    private PaymentFileWriter() {}

    /**
     * Writes a list in a format.
     *
     * @throws IllegalStateException if the schema does not allow what was written
     */
    public static String write(PaymentFormat format, PaymentList list) {
        return switch (format) {
            case PAIN001 -> pain001(list);
            case CSV -> csv(list);
        };
    }

    private static String pain001(PaymentList list) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            new Document(xml).write(list);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a text in memory cannot be written", e);
        }
        List<String> defects = Schemas.defectsOfPayments(text.toString());
        if (!defects.isEmpty()) {
            throw new IllegalStateException("payment file of batch " + list.batch() + " is not valid: " + defects);
        }
        return text.toString();
    }

    /** The last row carries the control totals: how many payments, and their sum. */
    private static String csv(PaymentList list) {
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord((Object[]) COLUMNS.split(","));
            for (PaymentLine line : list.lines()) {
                printer.printRecord(
                        list.batch(),
                        line.sequence(),
                        line.order(),
                        line.payee(),
                        line.account().number(),
                        line.account().bankCode(),
                        line.amount().toPlainString(),
                        line.remark());
            }
            printer.printRecord(
                    "TOTAL",
                    list.lines().size(),
                    null,
                    null,
                    null,
                    null,
                    list.total().toPlainString(),
                    null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private record Document(XMLStreamWriter xml) {

        void write(PaymentList list) throws XMLStreamException {
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("Document");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeStartElement("CstmrCdtTrfInitn");
            header(list);
            instruction(list);
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
        }

        private void header(PaymentList list) throws XMLStreamException {
            xml.writeStartElement("GrpHdr");
            text("MsgId", list.batch());
            text("CreDtTm", list.madeAt().format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX")));
            totals(list);
            text(List.of("InitgPty"), "Nm", list.payer().name());
            xml.writeEndElement();
        }

        private void instruction(PaymentList list) throws XMLStreamException {
            xml.writeStartElement("PmtInf");
            text("PmtInfId", list.batch());
            text("PmtMtd", "TRF");
            text("BtchBookg", "false");
            totals(list);
            text(List.of("ReqdExctnDt"), "Dt", list.madeAt().toLocalDate().toString());
            text(List.of("Dbtr"), "Nm", list.payer().name());
            text(List.of("DbtrAcct", "Id", "Othr"), "Id", list.payer().account());
            bank("DbtrAgt", list.payer().bankCode());
            for (PaymentLine line : list.lines()) {
                transfer(list.batch(), line);
            }
            xml.writeEndElement();
        }

        private void transfer(String batch, PaymentLine line) throws XMLStreamException {
            xml.writeStartElement("CdtTrfTxInf");
            xml.writeStartElement("PmtId");
            text("InstrId", String.format(Locale.ROOT, "%s-%05d", batch, line.sequence()));
            text("EndToEndId", line.order());
            xml.writeEndElement();
            xml.writeStartElement("Amt");
            text("InstdAmt", line.amount().toPlainString(), Map.of("Ccy", CURRENCY));
            xml.writeEndElement();
            bank("CdtrAgt", line.account().bankCode());
            text(List.of("Cdtr"), "Nm", line.payee());
            text(List.of("CdtrAcct", "Id", "Othr"), "Id", line.account().number());
            text(List.of("RmtInf"), "Ustrd", line.remark());
            xml.writeEndElement();
        }

        private void totals(PaymentList list) throws XMLStreamException {
            text("NbOfTxs", String.valueOf(list.lines().size()));
            text("CtrlSum", list.total().toPlainString());
        }

        private void bank(String element, String code) throws XMLStreamException {
            xml.writeStartElement(element);
            xml.writeStartElement("FinInstnId");
            xml.writeStartElement("ClrSysMmbId");
            text(List.of("ClrSysId"), "Cd", CLEARING_SYSTEM);
            text("MmbId", code);
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndElement();
        }

        private void text(List<String> within, String element, String value) throws XMLStreamException {
            for (String outer : within) {
                xml.writeStartElement(outer);
            }
            text(element, value);
            for (int i = 0; i < within.size(); i++) {
                xml.writeEndElement();
            }
        }

        private void text(String element, String value) throws XMLStreamException {
            text(element, value, Map.of());
        }

        private void text(String element, String value, Map<String, String> attributes) throws XMLStreamException {
            xml.writeStartElement(element);
            for (Map.Entry<String, String> attribute : attributes.entrySet()) {
                xml.writeAttribute(attribute.getKey(), attribute.getValue());
            }
            xml.writeCharacters(value);
            xml.writeEndElement();
        }
    }
}
