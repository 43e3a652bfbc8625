package localgov.ims.formats.standard18;

import java.util.List;
import localgov.ims.formats.Examples;
import localgov.ims.formats.FileFormat;
import localgov.ims.formats.FileFormatContract;

/// The promises of every format, kept by Standard 18.
class Standard18ContractTest extends FileFormatContract {

    @Override
    protected FileFormat format() {
        return FileFormat.STANDARD_18;
    }

    @Override
    protected String wholeFile() {
        return Examples.STANDARD_18;
    }

    @Override
    protected List<String> amounts() {
        return List.of("120.00", "0.01", "-35.50");
    }

    @Override
    protected int lastEssential() {
        return wholeFile().indexOf("UTL1");
    }
}
