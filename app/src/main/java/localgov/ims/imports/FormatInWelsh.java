package localgov.ims.imports;

import localgov.ims.formats.FileFormat;

/// What people call a format in Welsh; in English it says so itself.
final class FormatInWelsh {
    private FormatInWelsh() {}

    static String of(FileFormat format) {
        return switch (format) {
            case STANDARD_18 -> "Ffeil banc (Standard 18)";
            case CAMT_052 -> "Adroddiad yn ystod y dydd (camt.052)";
            case CAMT_053 -> "Cyfriflen banc (camt.053)";
            case CAMT_054 -> "Hysbysiad credyd a debyd (camt.054)";
            case MT940 -> "Cyfriflen banc (MT940)";
            case MT942 -> "Adroddiad yn ystod y dydd (MT942)";
            case BAI2 -> "Adroddiad balans (BAI2)";
        };
    }
}
