package localgov.ims.formats.profiles;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import localgov.ims.formats.UnreadableFile;
import localgov.ims.formats.reading.Xml;
import org.jspecify.annotations.Nullable;

/// A workbook (.xlsx): the packed file in memory, its shared texts, and which of its numbers are days. Its sheets are
/// read as streams. Whatever it unpacks to has a limit, so a small file cannot fill the memory.
final class Workbook {

    static final int LARGEST = 32 * 1024 * 1024;
    static final long MOST_UNPACKED = 256L * 1024 * 1024;
    private static final int LARGEST_PART = 4 * 1024 * 1024;
    private static final int MOST_ENTRIES = 1_000;
    private static final long MOST_SHARED = 16L * 1024 * 1024;

    private final byte[] packed;
    private final List<String> shared = new ArrayList<>();
    private final Map<String, byte[]> parts = new HashMap<>();
    private final Map<String, String> sheets = new LinkedHashMap<>();
    private final List<Boolean> days = new ArrayList<>();
    private boolean from1904;
    private long sharedLength;

    private Workbook(byte[] packed) {
        this.packed = packed;
    }

    /// Does something with one part of a workbook.
    @FunctionalInterface
    interface Part {
        void read(String name, InputStream part) throws IOException, UnreadableFile;
    }

    /// Reads everything but the sheets.
    static Workbook read(InputStream in) throws IOException, UnreadableFile {
        var packed = in.readNBytes(LARGEST + 1);
        if (packed.length > LARGEST) {
            throw new UnreadableFile("This workbook is larger than 32 MiB; split it, or ask for the file as text.");
        }
        var workbook = new Workbook(packed);
        workbook.eachPart((name, part) -> {
            switch (name) {
                case "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml" ->
                    workbook.parts.put(name, whole(part));
                case "xl/sharedStrings.xml" -> workbook.readShared(new Xml(part));
                default -> {}
            }
        });
        workbook.readSheets();
        workbook.readStyles();
        return workbook;
    }

    private static byte[] whole(InputStream part) throws IOException, UnreadableFile {
        var bytes = part.readNBytes(LARGEST_PART + 1);
        if (bytes.length > LARGEST_PART) {
            throw tooMuch();
        }
        return bytes;
    }

    /// Goes through the packed file. What is wrong with it is a refusal: it is in memory and nothing else can break.
    void eachPart(Part what) throws UnreadableFile {
        var unpacked = new Unpacked();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(packed))) {
            int entries = 0;
            for (var entry = next(zip); entry != null; entry = next(zip)) {
                if (++entries > MOST_ENTRIES) {
                    throw tooMuch();
                }
                var part = unpacked.of(zip);
                what.read(entry.getName(), part);
                part.skip(Long.MAX_VALUE);
            }
        } catch (IOException e) {
            throw unpacked.isTooMuch() ? tooMuch() : damaged();
        }
    }

    private static @Nullable ZipEntry next(ZipInputStream zip) throws IOException {
        try {
            return zip.getNextEntry();
        } catch (IllegalArgumentException badName) {
            throw new IOException(badName);
        }
    }

    static UnreadableFile damaged() {
        return new UnreadableFile("This workbook is damaged or locked with a password; get it again, without one.");
    }

    private static UnreadableFile tooMuch() {
        return new UnreadableFile("This workbook unpacks to far more than a list of payments does, so it is not read.");
    }

    private void readShared(Xml xml) throws IOException, UnreadableFile {
        xml.root();
        xml.entry(item -> {
            if (item.equals("si")) {
                var text = richText(xml);
                sharedLength += text.length() + 20;
                if (sharedLength > MOST_SHARED) {
                    throw tooMuch();
                }
                shared.add(text);
            }
        });
    }

    /// The text of an element that holds it whole or in runs of different looks.
    static String richText(Xml xml) throws IOException, UnreadableFile {
        var text = new StringBuilder();
        xml.eachChild(piece -> {
            if (piece.equals("t")) {
                text.append(xml.rawText());
            } else if (piece.equals("r")) {
                xml.eachChild(run -> {
                    if (run.equals("t")) {
                        text.append(xml.rawText());
                    }
                });
            }
        });
        return text.toString();
    }

    /// The sheets that can be seen, in their order, and where they stand in the packed file.
    private void readSheets() throws UnreadableFile {
        var targets = new HashMap<String, String>();
        part(
                "xl/_rels/workbook.xml.rels",
                xml -> xml.eachChild(relation -> targets.put(xml.attribute("Id"), path(xml.attribute("Target")))));
        part(
                "xl/workbook.xml",
                xml -> xml.eachChild(child -> {
                    if (child.equals("workbookPr")) {
                        from1904 = xml.attribute("date1904").matches("1|true");
                    } else if (child.equals("sheets")) {
                        xml.eachChild(sheet -> {
                            var target = targets.get(xml.attribute("id"));
                            if (target != null && !xml.attribute("state").endsWith("idden")) {
                                sheets.put(xml.attribute("name"), target);
                            }
                        });
                    }
                }));
    }

    private static String path(String target) {
        return target.startsWith("/") ? target.substring(1) : "xl/" + target;
    }

    /// Which styles of cells show a number as a day.
    private void readStyles() throws UnreadableFile {
        if (!parts.containsKey("xl/styles.xml")) {
            return;
        }
        var ownFormats = new HashMap<String, Boolean>();
        part(
                "xl/styles.xml",
                xml -> xml.eachChild(child -> {
                    if (child.equals("numFmts")) {
                        xml.eachChild(_ -> ownFormats.put(
                                xml.attribute("numFmtId"), CellFormat.showsDay(xml.attribute("formatCode"))));
                    } else if (child.equals("cellXfs")) {
                        xml.eachChild(_ -> days.add(isDay(xml.attribute("numFmtId"), ownFormats)));
                    }
                }));
    }

    private static boolean isDay(String format, Map<String, Boolean> ownFormats) {
        var own = ownFormats.get(format);
        return own == null ? CellFormat.BUILT_IN_DAYS.contains(format) : own;
    }

    /// Reads what stands inside the root of a small part.
    @FunctionalInterface
    private interface Inside {
        void read(Xml xml) throws IOException, UnreadableFile;
    }

    private void part(String name, Inside inside) throws UnreadableFile {
        var bytes = parts.get(name);
        if (bytes == null) {
            throw new UnreadableFile("This is no workbook: it has no list of sheets.");
        }
        try {
            var xml = new Xml(new ByteArrayInputStream(bytes));
            xml.root();
            inside.read(xml);
            xml.finish();
        } catch (IOException e) {
            throw damaged();
        }
    }

    /// Where a sheet stands in the packed file.
    String sheet(@Nullable String name) throws UnreadableFile {
        for (var sheet : sheets.entrySet()) {
            if (name == null || sheet.getKey().strip().equalsIgnoreCase(name.strip())) {
                return sheet.getValue();
            }
        }
        throw new UnreadableFile(
                name == null
                        ? "This workbook has no sheet that can be seen."
                        : "This workbook has no sheet with the name that the profile says.");
    }

    @Nullable
    String shared(int index) {
        return index >= 0 && index < shared.size() ? shared.get(index) : null;
    }

    boolean isDay(int style) {
        return style >= 0 && style < days.size() && days.get(style);
    }

    boolean countsFrom1904() {
        return from1904;
    }
}
