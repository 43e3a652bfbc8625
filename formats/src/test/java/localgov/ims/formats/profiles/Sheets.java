package localgov.ims.formats.profiles;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Makes workbooks of their parts, as spreadsheets would write them.
public final class Sheets {

    public final Map<String, String> parts = new LinkedHashMap<>();

    /// A workbook of one sheet, `Payments`, behind one that is hidden.
    ///
    /// @param rows the inside of its `sheetData`
    /// @param shared its shared texts
    public static Sheets of(String rows, String... shared) {
        var sheets = new Sheets();
        sheets.parts.put("[Content_Types].xml", "<Types/>");
        sheets.parts.put("xl/workbook.xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <workbook xmlns:r="r"><workbookPr/><sheets>
                <sheet name="Notes" sheetId="1" state="hidden" r:id="rId1"/>
                <sheet name="Payments" sheetId="2" r:id="rId2"/></sheets></workbook>
                """);
        sheets.parts.put("xl/_rels/workbook.xml.rels", """
                <Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/>
                <Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>
                """);
        sheets.parts.put("xl/worksheets/sheet1.xml", "<worksheet><sheetData/></worksheet>");
        sheets.parts.put(
                "xl/worksheets/sheet2.xml",
                "<x:worksheet xmlns:x=\"x\"><x:cols/><x:sheetData>"
                        + rows.replaceAll("<(/?)(row|c|v|is|t)\\b", "<$1x:$2") + "</x:sheetData></x:worksheet>");
        sheets.parts.put("xl/styles.xml", """
                <styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\ mmm\\ yyyy;@"/>
                <numFmt numFmtId="165" formatCode="&quot;day&quot;0.00[Red]"/></numFmts>
                <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>
                """);
        sheets.parts.put("xl/sharedStrings.xml", "<sst>" + String.join("", shared) + "</sst>");
        return sheets;
    }

    public byte[] file() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
