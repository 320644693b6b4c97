package org.yiban.policy.tables;

import java.io.InputStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.impl.DmnModelInstanceImpl;
import org.camunda.bpm.model.xml.ModelParseException;
import org.camunda.bpm.model.xml.impl.ModelImpl;
import org.camunda.bpm.model.xml.impl.parser.AbstractModelParser;
import org.camunda.bpm.model.xml.instance.DomDocument;
import org.xml.sax.SAXException;

/**
 * Reads DMN as the engine's library does and refuses what the schemas of DMN refuse. The library's own parser reads the
 * schemas again with every file, which takes several times as long as the file; here they are read once.
 */
final class TableParser extends AbstractModelParser {

    private static final Schema SCHEMA = schema();

    /**
     * Reads a model.
     *
     * @throws ModelParseException if it is no XML or the schema refuses it
     */
    DmnModelInstance read(InputStream stream) {
        return (DmnModelInstance) parseModelFromStream(stream);
    }

    @Override
    protected void configureFactory(DocumentBuilderFactory factory) {
        super.configureFactory(factory);
        // Against the schema, that is, and not against a DTD.
        factory.setValidating(false);
        factory.setSchema(SCHEMA);
    }

    @Override
    protected DmnModelInstanceImpl createModelInstance(DomDocument document) {
        return new DmnModelInstanceImpl(
                (ModelImpl) Dmn.INSTANCE.getDmnModel(), Dmn.INSTANCE.getDmnModelBuilder(), document);
    }

    private static Schema schema() {
        Source[] versions = Stream.of("DMN15", "DMN14", "DMN13", "DMN12", "DMN11", "DMN11_Alternative")
                .map(version -> Dmn.class.getResource("schema/" + version + ".xsd"))
                .map(address -> new StreamSource(address.toString()))
                .toArray(Source[]::new);
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(versions);
        } catch (SAXException e) {
            throw new IllegalStateException("the library's schemas of DMN cannot be read", e);
        }
    }
}
