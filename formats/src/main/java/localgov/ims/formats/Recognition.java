package localgov.ims.formats;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// What the first bytes of a file look like, and why they are refused when they look like no bank file.
///
/// @param format empty when the file is refused
/// @param refusal the reason for that, and what to do; empty otherwise
record Recognition(Optional<FileFormat> format, String refusal) {

    static Recognition of(byte[] head) {
        if (isAll(head, 0)) {
            return refused(
                    head.length == 0
                            ? "The file is empty; download it from the bank again."
                            : "The file begins with nothing but zero bytes; download it from the bank again.");
        }
        if (starts(head, 'P', 'K', 3, 4)) {
            return refused("This is a zip archive or a spreadsheet; unpack it and load the bank file that is in it.");
        }
        if (starts(head, 0x1F, 0x8B)) {
            return refused("This file is compressed; unpack it and load the bank file that is in it.");
        }
        if (starts(head, '%', 'P', 'D', 'F')) {
            return refused("This is a PDF document; ask the bank for the statement as a data file.");
        }
        if (starts(head, 0xE5, 0xD6, 0xD3, 0xF1)) {
            return refused(
                    "This file is in the EBCDIC character set of a mainframe; ask the bank to send it in ASCII.");
        }
        return text(head);
    }

    private static Recognition text(byte[] head) {
        var text = beginning(head);
        var upper = text.toUpperCase(Locale.ROOT);
        if (upper.startsWith("VOL1") || upper.startsWith("HDR1") || upper.startsWith("UHL1")) {
            return new Recognition(Optional.of(FileFormat.STANDARD_18), "");
        }
        return refused(
                "This is none of the bank files that can be read: Standard 18, camt.052, camt.053, camt.054, MT940, MT942 or BAI2.");
    }

    /// The text from the first character that can be seen.
    private static String beginning(byte[] head) {
        var text = new String(head, StandardCharsets.ISO_8859_1);
        int at = starts(head, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        return text.substring(at);
    }

    private static Recognition refused(String why) {
        return new Recognition(Optional.empty(), why);
    }

    private static boolean isAll(byte[] head, int value) {
        for (byte b : head) {
            if (b != value) {
                return false;
            }
        }
        return true;
    }

    private static boolean starts(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if (head[i] != (byte) bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
