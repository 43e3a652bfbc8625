package localgov.ims.formats;

import java.util.List;

/// The promises of every format, kept by MT940.
class Mt940ContractTest extends FileFormatContract {

    @Override
    FileFormat format() {
        return FileFormat.MT940;
    }

    @Override
    String wholeFile() {
        return Examples.MT940;
    }

    @Override
    List<String> amounts() {
        return List.of("120.00", "0.01", "-35.50");
    }

    @Override
    int lastEssential() {
        return wholeFile().indexOf(":62F:");
    }
}
