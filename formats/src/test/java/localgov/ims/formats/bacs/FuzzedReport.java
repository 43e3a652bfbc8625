package localgov.ims.formats.bacs;

import java.io.IOException;
import java.io.InputStream;
import localgov.ims.formats.UnreadableFile;
import localgov.ims.formats.reading.Xml;

/// Hands any bytes to the reader of reports, past the look at what they are.
public final class FuzzedReport {

    private FuzzedReport() {}

    public static void read(InputStream in, BacsSink sink) throws IOException, UnreadableFile {
        new BacsReader(new Xml(in), new BacsTelling(sink), BacsReport.ADDACS).read();
    }
}
