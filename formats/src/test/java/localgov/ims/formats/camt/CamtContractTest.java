package localgov.ims.formats.camt;

import java.util.List;
import localgov.ims.formats.Examples;
import localgov.ims.formats.FileFormat;
import localgov.ims.formats.FileFormatContract;

/// The promises of every format, kept by camt.053.
class CamtContractTest extends FileFormatContract {

    @Override
    protected FileFormat format() {
        return FileFormat.CAMT_053;
    }

    @Override
    protected String wholeFile() {
        return Examples.CAMT_053;
    }

    @Override
    protected List<String> amounts() {
        return List.of("120.00", "0.01", "-35.50");
    }

    @Override
    protected int lastEssential() {
        return wholeFile().indexOf("</Document>");
    }

    @Override
    protected boolean isMadeOfLines() {
        return false;
    }
}
