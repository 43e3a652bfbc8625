package localgov.ims.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// How a seal's hash is made, so that anybody can make it again.
///
/// Each posting gives one record of its fields in a fixed order, every text preceded by its length in
/// bytes (−1 for none), so that no two different postings give the same bytes. The personal fields
/// (payer, narrative) are represented by a salted commitment: SHA-256 of the journal's salt, the line
/// and both texts; a name can be erased later and the chain still holds.
final class SealHash {
    private final MessageDigest content = sha256();
    private final MessageDigest commitment = sha256();
    private final byte[] number = new byte[Long.BYTES];

    /// Adds one posting from a row of `SealStore`'s query.
    void add(ResultSet row) throws SQLException {
        text(content, row.getString("source_kind"));
        text(content, row.getString("source_id"));
        for (var column : new String[] {"journal", "line", "pence", "vat_pence", "vat_rate"}) {
            number(content, row.getLong(column));
        }
        for (var column : new String[] {
            "from_account",
            "to_account",
            "fund",
            "account_number",
            "method",
            "office",
            "channel",
            "vat_code",
            "happened_on",
            "reverses",
            "entered_by",
            "approved_by"
        }) {
            text(content, row.getString(column));
        }
        commitment.update(row.getBytes("salt"));
        number(commitment, row.getLong("line"));
        text(commitment, row.getString("payer"));
        text(commitment, row.getString("narrative"));
        content.update(commitment.digest());
    }

    byte[] content() {
        return content.digest();
    }

    /// A link of the chain: SHA-256 of the number, the hash before, the content, and the counts.
    static byte[] link(long number, byte[] previous, byte[] content, long postings, long journals, String pence) {
        var link = sha256();
        link.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        link.update(previous);
        link.update(content);
        link.update("%d:%d:%s".formatted(postings, journals, pence).getBytes(StandardCharsets.US_ASCII));
        return link.digest();
    }

    private void number(MessageDigest digest, long value) {
        digest.update(ByteBuffer.wrap(number).putLong(value).array());
    }

    private void text(MessageDigest digest, @Nullable String value) {
        if (value == null) {
            number(digest, -1);
            return;
        }
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        number(digest, bytes.length);
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
