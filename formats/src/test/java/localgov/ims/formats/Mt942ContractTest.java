package localgov.ims.formats;

import java.util.List;

/// The promises of every format, kept by MT942. An interim report has no end that must be there, so a report that was
/// cut off is only noticed by totals that do not hold.
class Mt942ContractTest extends FileFormatContract {

    @Override
    FileFormat format() {
        return FileFormat.MT942;
    }

    @Override
    String wholeFile() {
        return Examples.MT942;
    }

    @Override
    List<String> amounts() {
        return List.of("120.00", "0.01", "-35.50");
    }

    @Override
    int lastEssential() {
        return wholeFile().indexOf(":20:");
    }
}
