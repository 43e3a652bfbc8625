package localgov.ims.imports;

import localgov.ims.formats.Stated;
import localgov.ims.formats.StatementLine;

/// What a file tells of is in the book already: it stands nowhere new.
record StandingNowhere() implements Standing {
    @Override
    public String decides(StatementLine line, Stated stated) {
        return "";
    }

    @Override
    public Named named(String decides) {
        return new Named.As("");
    }
}
