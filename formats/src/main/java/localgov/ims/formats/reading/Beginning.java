package localgov.ims.formats.reading;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// The first bytes of a file, as far as they are text.
public final class Beginning {

    /// Why no file that holds a document type is read.
    public static final String NO_DOCTYPE =
            "This file holds a document type or an entity, which can hide what a file says and which bank files never have.";

    private Beginning() {}

    /// The text from the first character that can be seen.
    public static String of(byte[] head) {
        var text = new String(head, charset(head));
        int at = text.startsWith("\uFEFF") ? 1 : 0;
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        return text.substring(at);
    }

    private static Charset charset(byte[] head) {
        if (starts(head, 0xFF, 0xFE) || starts(head, '<', 0)) {
            return StandardCharsets.UTF_16LE;
        }
        if (starts(head, 0xFE, 0xFF) || starts(head, 0, '<')) {
            return StandardCharsets.UTF_16BE;
        }
        return starts(head, 0xEF, 0xBB, 0xBF) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    }

    /// Whether an XML file begins with a document type or an entity.
    public static boolean holdsDoctype(String text) {
        return text.contains("<!DOCTYPE") || text.contains("<!ENTITY");
    }

    /// Whether these bytes stand first.
    public static boolean starts(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if (head[i] != (byte) bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
