package localgov.ims.formats.swift;

import java.util.List;
import localgov.ims.formats.Examples;
import localgov.ims.formats.FileFormat;
import localgov.ims.formats.FileFormatContract;

/// The promises of every format, kept by MT940.
class Mt940ContractTest extends FileFormatContract {

    @Override
    protected FileFormat format() {
        return FileFormat.MT940;
    }

    @Override
    protected String wholeFile() {
        return Examples.MT940;
    }

    @Override
    protected List<String> amounts() {
        return List.of("120.00", "0.01", "-35.50");
    }

    @Override
    protected int lastEssential() {
        return wholeFile().indexOf(":62F:");
    }
}
