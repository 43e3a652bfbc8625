package localgov.ims.formats;

import java.util.List;

/// The promises of every format, kept by Standard 18.
class Standard18ContractTest extends FileFormatContract {

    @Override
    FileFormat format() {
        return FileFormat.STANDARD_18;
    }

    @Override
    String wholeFile() {
        return Examples.STANDARD_18;
    }

    @Override
    List<String> amounts() {
        return List.of("120.00", "0.01", "-35.50");
    }

    @Override
    int lastEssential() {
        return wholeFile().indexOf("UTL1");
    }
}
