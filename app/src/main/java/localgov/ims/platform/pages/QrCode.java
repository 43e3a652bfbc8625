package localgov.ims.platform.pages;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;

/// A text as a QR code, to be drawn as the path of an SVG: one square for each dark module.
///
/// @param side how many modules it measures, with the quiet zone around it
public record QrCode(String path, int side) {
    private static final int QUIET = 4;

    public static QrCode of(String text) {
        try {
            var modules =
                    new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, QUIET));
            var path = new StringBuilder();
            for (int y = 0; y < modules.getHeight(); y++) {
                for (int x = 0; x < modules.getWidth(); x++) {
                    if (modules.get(x, y)) {
                        path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                    }
                }
            }
            return new QrCode(path.toString(), modules.getWidth());
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }
}
