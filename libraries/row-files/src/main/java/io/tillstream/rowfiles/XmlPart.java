package io.tillstream.rowfiles;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** A part of a workbook, read as XML from its beginning on. Nothing outside of it is ever followed, nor an entity. */
final class XmlPart implements Closeable {

    private static final int DEEPEST = 64;
    private static final XMLInputFactory XML = xml();

    private final String name;
    private final InputStream bytes;
    private final XMLStreamReader reader;
    private int depth;

    private XmlPart(String name, InputStream bytes, XMLStreamReader reader) {
        this.name = name;
        this.bytes = bytes;
        this.reader = reader;
    }

    static XmlPart open(ZipArchive zip, ZipPart part, FileLimits limits) throws IOException {
        InputStream bytes = zip.open(part);
        try {
            InputStream tokens = new XmlTokens(bytes, limits.cell());
            return new XmlPart(part.name(), bytes, XML.createXMLStreamReader(tokens));
        } catch (XMLStreamException e) {
            bytes.close();
            throw malformed(part.name(), e);
        }
    }

    /** Goes on to the beginning of the next element; false at the end. */
    boolean nextElement() throws IOException {
        int event = next();
        while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_DOCUMENT) {
            event = next();
        }
        return event == XMLStreamConstants.START_ELEMENT;
    }

    /** Goes on to whatever is next, and says what it is, as {@link XMLStreamConstants} name it. */
    int next() throws IOException {
        try {
            if (!reader.hasNext()) {
                return XMLStreamConstants.END_DOCUMENT;
            }
            int event = reader.next();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw foreign();
                default -> {
                    // Neither changes where we are.
                }
            }
            if (depth > DEEPEST) {
                throw foreign();
            }
            return event;
        } catch (XMLStreamException e) {
            throw malformed(name, e);
        }
    }

    /** The name of the element that begins or ends here, without its prefix. */
    String element() {
        return reader.getLocalName();
    }

    /** Whether this element begins here. */
    boolean isAt(String element) {
        return reader.getLocalName().equals(element);
    }

    /** The attribute of this name, whatever its prefix. */
    @Nullable
    String attribute(String attribute) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(attribute)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    void appendText(StringBuilder text) {
        text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
    }

    /** How deep the element lies that begins here; where one ends, how deep the one around it lies. */
    int depth() {
        return depth;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    private RefusedFileException foreign() {
        return new RefusedFileException("is a workbook whose part " + name
                + " was not written by a spreadsheet program; save it with one, or as CSV");
    }

    private static IOException malformed(String name, XMLStreamException failure) {
        return failure.getNestedException() instanceof IOException cause
                ? cause
                : new IOException("its part " + name + " is no XML: " + failure.getMessage(), failure);
    }

    private static XMLInputFactory xml() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
