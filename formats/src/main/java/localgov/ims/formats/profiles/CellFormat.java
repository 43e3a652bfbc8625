package localgov.ims.formats.profiles;

import java.util.Set;

/// How a cell of a workbook shows its number: ECMA-376 part 1, 18.8.30 (numFmt).
final class CellFormat {

    /// The numbers of the formats that every workbook has and that show a day.
    static final Set<String> BUILT_IN_DAYS = Set.of("14", "15", "16", "17", "22");

    /// No program of offices writes a longer one.
    private static final int LONGEST = 255;

    private CellFormat() {}

    /// Whether a number is shown as a day by this format: by a `d` or `y` that is neither in quotes, nor in brackets,
    /// nor escaped. What opens and never closes is passed over by itself.
    static boolean showsDay(String format) {
        for (int i = 0; format.length() <= LONGEST && i < format.length(); i++) {
            switch (format.charAt(i)) {
                case '"' -> i = closing(format, '"', i);
                case '[' -> i = closing(format, ']', i);
                case '\\' -> i++;
                case 'd', 'D', 'y', 'Y' -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    private static int closing(String format, char closing, int from) {
        int found = format.indexOf(closing, from + 1);
        return found < 0 ? from : found;
    }
}
