package localgov.ims.formats.swift;

import java.util.List;
import localgov.ims.formats.Examples;
import localgov.ims.formats.FileFormat;
import localgov.ims.formats.FileFormatContract;

/// The promises of every format, kept by MT942. An interim report has no end that must be there, so a report that was
/// cut off is only noticed by totals that do not hold.
class Mt942ContractTest extends FileFormatContract {

    @Override
    protected FileFormat format() {
        return FileFormat.MT942;
    }

    @Override
    protected String wholeFile() {
        return Examples.MT942;
    }

    @Override
    protected List<String> amounts() {
        return List.of("120.00", "0.01", "-35.50");
    }

    @Override
    protected int lastEssential() {
        return wholeFile().indexOf(":20:");
    }
}
