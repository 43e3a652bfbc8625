package localgov.ims.imports;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import localgov.ims.formats.Direction;
import localgov.ims.formats.StatementLine;

/// Makes the print of an entry: the first 128 bits of the SHA-256 of everything that the bank says about it, so that
/// the same entry in another file has the same print. Where the file has what tells an entry from every other, that
/// stands for all its texts. Not for use by two threads.
final class Print {
    private static final byte END = 0;
    private static final byte WIDE = (byte) 0xFF;

    private final MessageDigest sha256;
    private final String source;
    private byte[] bytes = new byte[1024];
    private int length;

    /// @param source the code of where the file came from; empty when nobody knows
    Print(String source) {
        this.source = source;
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// @param identity what tells the entry from every other of its source; empty when nothing does
    UUID of(StatementLine line, String identity, String bankAccount) {
        length = 0;
        add(bankAccount);
        number(line.bookedOn().toEpochDay());
        number(line.direction().ordinal());
        add(plain(line.amount()));
        if (!identity.isEmpty()) {
            add("identity");
            add(source);
            add(identity);
            return digest();
        }
        add(line.code());
        texts(line.bankReference(), line.payerName(), line.payerAccount(), line.payerReference(), line.texts());
        for (var part : line.parts()) {
            add(part.amount() == null ? "" : plain(part.amount()));
            texts(part.bankReference(), part.payerName(), part.payerAccount(), part.payerReference(), part.texts());
        }
        return digest();
    }

    /// Stands for what tells an entry from every other within one file.
    long identity(String identity, Direction direction, String bankAccount) {
        length = 0;
        add(bankAccount);
        number(direction.ordinal());
        add(identity);
        return digest().getMostSignificantBits();
    }

    /// The print that an entry keeps in the import `by` when an earlier file brought it.
    UUID again(UUID print, ImportId by) {
        length = 0;
        add("seen again");
        number(by.value().getMostSignificantBits());
        number(by.value().getLeastSignificantBits());
        number(print.getMostSignificantBits());
        number(print.getLeastSignificantBits());
        return digest();
    }

    private static String plain(BigDecimal amount) {
        return amount.scale() == 2
                ? amount.toPlainString()
                : amount.setScale(Math.max(2, amount.stripTrailingZeros().scale()))
                        .toPlainString();
    }

    private void texts(String bankReference, String name, String account, String reference, List<String> texts) {
        add(bankReference);
        add(name);
        add(account);
        add(reference);
        for (int i = 0; i < texts.size(); i++) {
            add(texts.get(i));
        }
        number(texts.size());
    }

    private void number(long value) {
        room(Long.BYTES);
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes[length++] = (byte) (value >>> shift);
        }
    }

    private void add(String text) {
        room(3 * text.length() + 1);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                bytes[length++] = (byte) c;
            } else {
                bytes[length++] = WIDE;
                bytes[length++] = (byte) (c >>> 8);
                bytes[length++] = (byte) c;
            }
        }
        bytes[length++] = END;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    private UUID digest() {
        sha256.update(bytes, 0, length);
        var hash = ByteBuffer.wrap(sha256.digest());
        return new UUID(hash.getLong(), hash.getLong());
    }
}
