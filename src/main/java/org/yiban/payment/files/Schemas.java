package org.yiban.payment.files;

import java.io.IOException;
import java.io.StringReader;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The schemas of ISO 20022 that files are held to. Nothing outside the schema itself is ever read. */
final class Schemas {

    static final String PAIN001 = "pain.001.001.09";
    static final String PAIN002 = "pain.002.001.10";

    private static final int MOST_DEFECTS = 20;
    private static final Schema INITIATION = schema(PAIN001);
    private static final Schema STATUS_REPORT = schema(PAIN002);

    private Schemas() {}

    /** What is wrong with a payment file; empty if it is valid. */
    static List<String> defectsOfPayments(String xml) {
        return defects(INITIATION, new StreamSource(new StringReader(xml)));
    }

    /** What is wrong with a status report; empty if it is valid. */
    static List<String> defectsOfResults(Node document) {
        return defects(STATUS_REPORT, new DOMSource(document));
    }

    private static List<String> defects(Schema schema, Source source) {
        List<String> defects = new ArrayList<>();
        Validator validator = schema.newValidator();
        validator.setErrorHandler(new Collecting(defects));
        try {
            validator.validate(source);
        } catch (SAXException e) {
            if (defects.isEmpty()) {
                defects.add(String.valueOf(e.getMessage()));
            }
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot be read", e);
        }
        return defects;
    }

    private static Schema schema(String name) {
        URL url = Schemas.class.getResource("/" + name + ".xsd");
        if (url == null) {
            throw new IllegalStateException("the schema " + name + " is not on the class path");
        }
        try {
            SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return factory.newSchema(url);
        } catch (SAXException e) {
            throw new IllegalStateException("the schema " + name + " cannot be read", e);
        }
    }

    private record Collecting(List<String> defects) implements ErrorHandler {

        @Override
        public void warning(SAXParseException e) {
            // What is only warned of is valid.
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            defects.add(e.getMessage());
            if (defects.size() >= MOST_DEFECTS) {
                throw e;
            }
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            defects.add(e.getMessage());
            throw e;
        }
    }
}
