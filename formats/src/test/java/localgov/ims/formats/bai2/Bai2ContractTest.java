package localgov.ims.formats.bai2;

import java.util.List;
import localgov.ims.formats.Examples;
import localgov.ims.formats.FileFormat;
import localgov.ims.formats.FileFormatContract;

/// The promises of every format, kept by BAI2.
class Bai2ContractTest extends FileFormatContract {

    @Override
    protected FileFormat format() {
        return FileFormat.BAI2;
    }

    @Override
    protected String wholeFile() {
        return Examples.BAI2;
    }

    @Override
    protected List<String> amounts() {
        return List.of("120.00", "0.01", "-35.50");
    }

    @Override
    protected int lastEssential() {
        return wholeFile().indexOf("99,44002");
    }
}
