package io.pelleh.rules.reading;

import io.pelleh.rules.text.Wrong;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Looks at the parts inside a workbook without opening it: their names, their sizes and what they point to. */
final class WorkbookParts {

    private static final int MAX_PARTS = 200;
    private static final int MAX_PART = 24 << 20;
    private static final int MAX_ALL = 48 << 20;
    private static final int MAX_RATIO = 200;
    private static final int MAX_DEPTH = 32;
    private static final String HINT = "copy the cells into a new workbook as values and save it as .xlsx";

    /** What a spreadsheet program writes for a plain sheet. */
    private static final Pattern PLAIN =
            Pattern.compile("\\[content_types]\\.xml|_rels/\\.rels|docprops/[a-z]+\\.xml|docprops/thumbnail\\.[a-z]+"
                    + "|xl/(workbook|styles|sharedstrings|metadata)\\.xml|xl/_rels/workbook\\.xml\\.rels"
                    + "|xl/theme/[^/]+\\.xml|xl/worksheets/[^/]+\\.xml|xl/worksheets/_rels/[^/]+\\.rels"
                    + "|xl/(comments|tables|persons|threadedcomments)[^/]*(/[^/]+)?\\.xml"
                    + "|xl/drawings/vmldrawing[^/]*\\.vml|xl/printersettings/[^/]+\\.bin|customxml/.*\\.(xml|rels)");

    private final RuleFile file;
    private final Problems problems;
    private final Set<String> names = new HashSet<>();
    private long all;

    WorkbookParts(RuleFile file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    void check() {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file.bytes()), StandardCharsets.UTF_8)) {
            ZipEntry entry = zip.getNextEntry();
            if (entry == null) {
                tell("the workbook cannot be opened");
            }
            while (entry != null) {
                part(entry.getName(), zip);
                entry = zip.getNextEntry();
            }
        } catch (Wrong wrong) {
            tell(wrong.reason());
        } catch (ZipException e) {
            tell("the workbook is damaged: " + e.getMessage());
        } catch (IOException | IllegalArgumentException e) {
            tell("the workbook cannot be opened");
        }
    }

    private void tell(String reason) {
        problems.add(file, reason, HINT);
    }

    private void part(String name, InputStream in) throws IOException {
        String plain = name.toLowerCase(Locale.ROOT);
        if (!names.add(plain) || names.size() > MAX_PARTS) {
            throw new Wrong("the workbook holds a part twice, or more than " + MAX_PARTS, HINT);
        }
        byte[] bytes = in.readNBytes(MAX_PART + 1);
        all += bytes.length;
        if (bytes.length > MAX_PART || all > MAX_ALL || all > (long) MAX_RATIO * Math.max(file.size(), 1 << 12)) {
            throw new Wrong("the workbook is a zip bomb: it grows to more than it may", HINT);
        }
        if (!PLAIN.matcher(plain).matches() || plain.contains("..")) {
            tell("the workbook holds " + what(plain) + " (" + name + ")");
        } else if (plain.endsWith(".xml") || plain.endsWith(".rels") || plain.endsWith(".vml")) {
            xml(name, bytes);
        }
    }

    private static String what(String name) {
        if (name.contains("vba") || name.contains("macro") || name.contains("activex")) {
            return "a macro";
        }
        if (name.contains("externallink") || name.contains("connections") || name.contains("querytable")) {
            return "an external link";
        }
        if (name.contains("embeddings") || name.contains("oleobject")) {
            return "an embedded object";
        }
        return name.contains("calcchain") ? "formulas" : "a part that is not allowed";
    }

    private void xml(String name, byte[] bytes) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            int depth = 0;
            while (reader.hasNext()) {
                depth = look(name, reader, depth);
            }
        } catch (XMLStreamException e) {
            throw new Wrong(name + " is no plain XML", HINT);
        }
    }

    /** Looks at the next piece and says how deep it lies. */
    private int look(String name, XMLStreamReader reader, int depth) throws XMLStreamException {
        int event = reader.next();
        if (event == XMLStreamReader.DTD || event == XMLStreamReader.ENTITY_REFERENCE) {
            throw new Wrong(name + " declares entities (XXE)", HINT);
        }
        if (depth > MAX_DEPTH) {
            throw new Wrong(name + " is nested too deep", HINT);
        }
        if (event == XMLStreamReader.START_ELEMENT) {
            element(reader);
            return depth + 1;
        }
        return event == XMLStreamReader.END_ELEMENT ? depth - 1 : depth;
    }

    private void element(XMLStreamReader reader) {
        String element = reader.getLocalName().toLowerCase(Locale.ROOT);
        if ("External".equalsIgnoreCase(reader.getAttributeValue(null, "TargetMode"))) {
            tell("an external link leads out of the workbook: " + reader.getAttributeValue(null, "Target"));
        } else if (element.startsWith("dde") || element.startsWith("ole") || element.equals("externalreference")) {
            tell("the workbook holds an external link (" + element + ")");
        }
    }
}
