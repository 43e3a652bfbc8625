package localgov.ims.formats;

import java.util.List;

/// The promises of every format, kept by BAI2.
class Bai2ContractTest extends FileFormatContract {

    @Override
    FileFormat format() {
        return FileFormat.BAI2;
    }

    @Override
    String wholeFile() {
        return Examples.BAI2;
    }

    @Override
    List<String> amounts() {
        return List.of("120.00", "0.01", "-35.50");
    }

    @Override
    int lastEssential() {
        return wholeFile().indexOf("99,44002");
    }
}
