package localgov.ims.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Files as they came, kept compressed and in parts: neither keeping nor reading one ever holds more than a part of
/// it.
@Component
class Contents {
    private static final int PART = 1 << 20;

    private final JdbcClient db;
    private final TransactionTemplate apart;

    Contents(JdbcClient db, PlatformTransactionManager transactions) {
        this.db = db;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /// What was kept: its SHA-256 and its length.
    record Kept(byte[] fingerprint, long bytes) {}

    /// Keeps a file in the current database transaction; empty when it is longer than the most that is taken.
    Optional<Kept> keep(ImportId id, InputStream in, long most) throws IOException {
        var sha = sha256();
        var read = new DigestInputStream(in, sha);
        OptionalLong bytes;
        try (var out = new Fast(new Parts(id))) {
            bytes = copy(read, out, most);
        }
        return bytes.isPresent() ? Optional.of(new Kept(sha.digest(), bytes.getAsLong())) : Optional.empty();
    }

    private static OptionalLong copy(InputStream in, OutputStream out, long most) throws IOException {
        var buffer = new byte[1 << 16];
        long total = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            total += read;
            if (total > most) {
                return OptionalLong.empty();
            }
            out.write(buffer, 0, read);
        }
        return OptionalLong.of(total);
    }

    /// The file as it came. Each part is fetched when it is needed, in a database transaction of its own, so that the
    /// caller's connection stays free.
    InputStream open(ImportId id) {
        try {
            return new GZIPInputStream(new Fetched(id), 1 << 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<byte[]> part(ImportId id, int part) {
        var found = apart.execute(_ -> db.sql("""
                select bytes
                  from imports_content
                 where import = :id
                   and part = :part
                """)
                .param("id", id)
                .param("part", part)
                .query((row, _) -> row.getBytes(1))
                .optional());
        return found == null ? Optional.empty() : found;
    }

    private void insert(ImportId id, int part, byte[] bytes) {
        db.sql("""
                insert into imports_content (import, part, bytes)
                values (:id, :part, :bytes)
                """).param("id", id).param("part", part).param("bytes", bytes).update();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Compresses for speed: bank files shrink to a tenth all the same.
    private static final class Fast extends GZIPOutputStream {
        Fast(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    private final class Parts extends OutputStream {
        private final ImportId id;
        private final ByteArrayOutputStream gathered = new ByteArrayOutputStream(PART + (1 << 16));
        private int next = 1;

        Parts(ImportId id) {
            this.id = id;
        }

        @Override
        public void write(int b) {
            gathered.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            gathered.write(bytes, from, length);
            if (gathered.size() >= PART) {
                insert();
            }
        }

        private void insert() {
            Contents.this.insert(id, next++, gathered.toByteArray());
            gathered.reset();
        }

        @Override
        public void close() {
            if (gathered.size() > 0) {
                insert();
            }
        }
    }

    private final class Fetched extends InputStream {
        private final ImportId id;
        private byte[] bytes = new byte[0];
        private int at;
        private int next = 1;

        Fetched(ImportId id) {
            this.id = id;
        }

        @Override
        public int read() {
            return fetch() ? bytes[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (!fetch()) {
                return -1;
            }
            int taken = Math.min(length, bytes.length - at);
            System.arraycopy(bytes, at, into, from, taken);
            at += taken;
            return taken;
        }

        @Override
        public int available() {
            return bytes.length - at;
        }

        /// Whether there is more to read, after fetching the next part if need be.
        private boolean fetch() {
            while (at == bytes.length) {
                var found = part(id, next++);
                if (found.isEmpty()) {
                    return false;
                }
                bytes = found.get();
                at = 0;
            }
            return true;
        }
    }
}
