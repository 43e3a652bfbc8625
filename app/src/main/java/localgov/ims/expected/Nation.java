package localgov.ims.expected;

import localgov.ims.settings.Phrase;

/// Whose bank holidays a file keeps.
enum Nation {
    ENGLAND_AND_WALES("eng", "England and Wales", "Cymru a Lloegr"),
    SCOTLAND("sct", "Scotland", "Yr Alban"),
    NORTHERN_IRELAND("nir", "Northern Ireland", "Gogledd Iwerddon"),
    /// It comes on bank holidays too.
    NONE("", "None: it comes on bank holidays too", "Dim: mae’n dod ar wyliau banc hefyd");

    private final String region;
    private final Phrase words;

    Nation(String region, String english, String welsh) {
        this.region = region;
        this.words = Phrase.both(english, welsh);
    }

    /// As calendars name its part of the kingdom.
    String region() {
        return region;
    }

    Phrase words() {
        return words;
    }
}
