package localgov.ims.formats.reading;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxEOFException;
import com.ctc.wstx.exc.WstxIOException;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import localgov.ims.formats.Problem;
import localgov.ims.formats.UnreadableFile;
import org.jspecify.annotations.Nullable;

/// A cursor over an XML document of any size. Namespaces and prefixes are left aside; a document type, an entity
/// and every kind of reference to something outside the file are refused.
public final class Xml {

    /// What to do at a child element. It may read the element or leave it; what it leaves is skipped.
    @FunctionalInterface
    public interface AtChild {
        /// Reads it, or leaves it.
        void at(String name) throws IOException, UnreadableFile;
    }

    private static final int LONGEST_TEXT = 64 * 1024;
    /// What an entry may say altogether, and what a field costs that says nothing.
    private static final long MOST_TEXT = 32L * 1024 * 1024;
    private static final int EMPTY_TEXT = 16;
    /// The messages that are read have some hundred names. The library keeps every name that it meets.
    private static final int MOST_NAMES = 10_000;
    private static final WstxInputFactory FACTORY = factory();

    private final Placed source;
    private final XMLStreamReader reader;
    private final Set<String> names = new HashSet<>();
    private int depth;
    private boolean inEntry;
    private long said;

    /// Begins to read a document. The stream is not closed.
    public Xml(InputStream in) throws IOException, UnreadableFile {
        source = new Placed(in);
        try {
            reader = FACTORY.createXMLStreamReader(source);
        } catch (XMLStreamException e) {
            throw problem(e);
        }
    }

    private static WstxInputFactory factory() {
        var factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, 200);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 100);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, LONGEST_TEXT);
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, 1024 * 1024);
        factory.getConfig().doParseLazily(false);
        return factory;
    }

    /// The line that has been come to.
    public long line() {
        return reader.getLocation().getLineNumber();
    }

    /// The column that has been come to, counted from 1.
    public int column() {
        return Math.max(1, reader.getLocation().getColumnNumber());
    }

    /// Goes to the first element of the document; its name.
    public String root() throws IOException, UnreadableFile {
        while (next() != XMLStreamConstants.START_ELEMENT) {}
        return name();
    }

    /// Goes to the end of the document: what stands after the last element must be well formed too.
    public void finish() throws IOException, UnreadableFile {
        while (next() != XMLStreamConstants.END_DOCUMENT) {}
    }

    /// Visits the children of the current element and leaves it behind.
    public void eachChild(AtChild child) throws IOException, UnreadableFile {
        int inside = depth;
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.END_ELEMENT && depth < inside) {
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                child.at(name());
                while (depth > inside) {
                    next();
                }
            }
        }
    }

    /// All text inside the current element, without white space around it; leaves the element behind.
    public String text() throws IOException, UnreadableFile {
        return rawText().strip();
    }

    /// All text inside the current element as it stands; leaves the element behind.
    public String rawText() throws IOException, UnreadableFile {
        int inside = depth;
        var text = new StringBuilder();
        while (next() != XMLStreamConstants.END_ELEMENT || depth >= inside) {
            if (reader.getEventType() == XMLStreamConstants.CHARACTERS
                    || reader.getEventType() == XMLStreamConstants.CDATA) {
                text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                if (text.length() > LONGEST_TEXT) {
                    throw new UnreadableFile(new Problem(
                            line(),
                            column(),
                            null,
                            "This field is longer than 65,536 characters, so this is not a bank file."));
                }
            }
        }
        said += text.length() + EMPTY_TEXT;
        if (inEntry && said > MOST_TEXT) {
            throw refused("This entry holds more than 32 million characters, so this is not a bank file.");
        }
        return text.toString();
    }

    /// Reads what is kept together until its end, and gives the file up when that does not come.
    public void entry(AtChild child) throws IOException, UnreadableFile {
        inEntry = true;
        said = 0;
        eachChild(child);
        inEntry = false;
    }

    /// An attribute of the current element; empty when it has none.
    public String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (local(reader.getAttributeLocalName(i)).equals(name)) {
                return reader.getAttributeValue(i).strip();
            }
        }
        return "";
    }

    private String name() {
        return local(reader.getLocalName());
    }

    private static String local(String name) {
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(colon + 1);
    }

    private int next() throws IOException, UnreadableFile {
        try {
            if (!reader.hasNext()) {
                throw refused("The file ends too early; download it from the bank again.");
            }
            int event = reader.next();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    named();
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.DTD -> throw refused(Beginning.NO_DOCTYPE);
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw refused("This file refers to an entity that it does not hold; bank files have none.");
                default -> {}
            }
            return event;
        } catch (XMLStreamException e) {
            throw problem(e);
        }
    }

    private void named() throws UnreadableFile {
        names.add(reader.getLocalName());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            names.add(reader.getAttributeLocalName(i));
        }
        if (names.size() > MOST_NAMES) {
            throw refused("This file has more than 10,000 names for its fields, so this is not a bank file.");
        }
    }

    private UnreadableFile refused(String why) {
        return new UnreadableFile(new Problem(line(), column(), null, why));
    }

    /// What the library says may quote the file, so it is not passed on.
    private UnreadableFile problem(XMLStreamException e) throws IOException {
        if (e instanceof WstxIOException && e.getCause() instanceof IOException io) {
            if (!isAboutCharacters(io)) {
                throw io;
            }
            return new UnreadableFile(new Problem(
                    source.lineOfBadBytes(),
                    null,
                    null,
                    "The characters are not in the encoding that the file says; ask the bank for a new copy."));
        }
        var where = e.getLocation();
        Long line = where == null ? null : Long.valueOf(where.getLineNumber());
        @Nullable Integer column = where == null ? null : Integer.valueOf(Math.max(1, where.getColumnNumber()));
        var why = e instanceof WstxEOFException
                ? "The file ends in the middle; download it from the bank again."
                : "This is not well-formed XML; ask the bank for a new copy of the file.";
        return new UnreadableFile(new Problem(line == null ? 0 : Math.max(0, line), column, null, why));
    }

    private static boolean isAboutCharacters(IOException e) {
        return e instanceof CharConversionException || e instanceof UnsupportedEncodingException;
    }
}
