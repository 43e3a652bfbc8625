package localgov.ims.formats;

import java.util.List;

/// The promises of every format, kept by camt.053.
class CamtContractTest extends FileFormatContract {

    @Override
    FileFormat format() {
        return FileFormat.CAMT_053;
    }

    @Override
    String wholeFile() {
        return Examples.CAMT_053;
    }

    @Override
    List<String> amounts() {
        return List.of("120.00", "0.01", "-35.50");
    }

    @Override
    int lastEssential() {
        return wholeFile().indexOf("</Document>");
    }

    @Override
    boolean isMadeOfLines() {
        return false;
    }
}
