package localgov.ims.formats.profiles;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import localgov.ims.formats.Problem;
import localgov.ims.formats.UnreadableFile;
import localgov.ims.formats.reading.Xml;
import org.jspecify.annotations.Nullable;

/// The rows of one sheet of a workbook, each cell at the column of its address, so that a missing cell shifts nothing.
/// A number that the sheet shows as a day becomes `2026-11-20`; every other number is written out in its digits, as
/// far as a spreadsheet keeps them.
final class SheetRows implements Rows {

    private static final int MOST_ROWS = 1_048_576;
    private static final MathContext KEPT_DIGITS = new MathContext(15);
    private static final BigDecimal TOO_LONG = new BigDecimal("1e15");
    private static final LocalDate FROM_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate FROM_1904 = LocalDate.of(1904, 1, 1);
    private static final BigDecimal LAST_DAY = new BigDecimal(2_958_465);

    private final Workbook workbook;
    private final @Nullable String name;
    private long row;
    private @Nullable UnreadableFile ofTaker;

    SheetRows(Workbook workbook, @Nullable String name) {
        this.workbook = workbook;
        this.name = name;
    }

    @Override
    public void each(Taker taker) throws UnreadableFile {
        var sheet = workbook.sheet(name);
        var found = new boolean[1];
        try {
            workbook.eachPart((part, in) -> {
                if (part.equals(sheet) && !found[0]) {
                    found[0] = true;
                    read(new Xml(in), taker);
                }
            });
        } catch (UnreadableFile refused) {
            // Lines and columns of the XML inside mean nothing to whoever sees a sheet.
            throw refused == ofTaker
                    ? refused
                    : new UnreadableFile(
                            new Problem(row, null, null, refused.problem().problem()));
        }
        if (!found[0]) {
            throw Workbook.damaged();
        }
    }

    private void read(Xml xml, Taker taker) throws IOException, UnreadableFile {
        xml.root();
        xml.eachChild(child -> {
            if (child.equals("sheetData")) {
                xml.eachChild(element -> {
                    if (element.equals("row")) {
                        row(xml, taker);
                    }
                });
            }
        });
        xml.finish();
    }

    private void row(Xml xml, Taker taker) throws IOException, UnreadableFile {
        var written = xml.attribute("r");
        long number = written.isEmpty() ? row + 1 : number(written);
        if (number <= row || number > MOST_ROWS) {
            throw new UnreadableFile("The rows of this sheet are not in order.");
        }
        row = number;
        var cells = new ArrayList<String>();
        xml.entry(element -> {
            if (element.equals("c")) {
                cell(xml, cells);
            }
        });
        try {
            taker.take(new Row(row, "", cells, null));
        } catch (UnreadableFile refused) {
            ofTaker = refused;
            throw refused;
        }
    }

    private void cell(Xml xml, List<String> cells) throws IOException, UnreadableFile {
        int column = column(xml.attribute("r"), cells.size());
        if (column < cells.size() || column >= DelimitedRows.MOST_COLUMNS) {
            throw new UnreadableFile("The cells of this row are not in order, or are more than a thousand.");
        }
        var type = xml.attribute("t");
        int style = (int) number(xml.attribute("s"));
        var text = new StringBuilder();
        xml.eachChild(child -> {
            if (child.equals("v")) {
                text.append(value(type, style, xml.text()));
            } else if (child.equals("is")) {
                text.append(Workbook.richText(xml));
            }
        });
        while (cells.size() < column) {
            cells.add("");
        }
        cells.add(text.toString().replace('\0', ' '));
    }

    /// The column of an address such as `F12`, counted from 0; the next one when the cell has none.
    private static int column(String address, int next) {
        int end = 0;
        while (end < address.length() && Character.isLetter(address.charAt(end))) {
            end++;
        }
        return end == 0 ? next : Sources.column(address.substring(0, end));
    }

    /// A whole number that is not negative; -1 when it is none.
    private static long number(String text) {
        return text.matches("\\d{1,9}") ? Long.parseLong(text) : -1;
    }

    private String value(String type, int style, String written) throws UnreadableFile {
        return switch (type) {
            case "s" -> {
                var text = workbook.shared((int) number(written));
                if (text == null) {
                    throw Workbook.damaged();
                }
                yield text;
            }
            case "b" -> written.equals("1") ? "TRUE" : "FALSE";
            case "str", "e", "inlineStr" -> written;
            case "d" -> written.length() > 10 ? written.substring(0, 10) : written;
            default -> figure(style, written);
        };
    }

    private String figure(int style, String written) {
        if (!written.matches("-?\\d{0,30}(?:\\.\\d{0,30})?(?:[eE][+-]?\\d{1,3})?") || !written.matches(".*\\d.*")) {
            return written;
        }
        BigDecimal exact;
        try {
            exact = new BigDecimal(written);
        } catch (NumberFormatException _) {
            return written;
        }
        if (workbook.isDay(style) && exact.signum() > 0 && exact.compareTo(LAST_DAY) <= 0) {
            return (workbook.countsFrom1904() ? FROM_1904 : FROM_1900)
                    .plusDays(exact.longValue())
                    .toString();
        }
        var kept = exact.round(KEPT_DIGITS).stripTrailingZeros();
        return kept.abs().compareTo(TOO_LONG) >= 0 || kept.scale() > 30 ? scientific(kept) : kept.toPlainString();
    }

    /// A number that is too long for a spreadsheet to have kept all its digits.
    private static String scientific(BigDecimal kept) {
        var digits = kept.unscaledValue().abs().toString();
        int exponent = kept.precision() - kept.scale() - 1;
        return (kept.signum() < 0 ? "-" : "") + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "") + "E" + (exponent < 0 ? "" : "+") + exponent;
    }
}
