package localgov.ims.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import localgov.ims.audit.Audit;
import localgov.ims.imports.Archive.Limits;
import localgov.ims.imports.Archive.Looked;
import localgov.ims.imports.HandedIn.FromArchive;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Takes what is handed in, by whichever door: a file as it is, and of a zip or gzip archive each file
/// in it. An archive is unpacked to its end before anything of it is kept, so that it is taken whole or
/// not at all; taking it anew after a broken attempt takes what is missing.
@Component
public class Intake {
    private static final int HEAD = 8;

    private final Imports imports;
    private final Sources sources;
    private final ArchiveStore archives;
    private final Audit audit;

    Intake(Imports imports, Sources sources, ArchiveStore archives, Audit audit) {
        this.imports = imports;
        this.sources = sources;
        this.archives = archives;
        this.audit = audit;
    }

    /// @param fileName what the sender calls it
    /// @param kind the code of a kind of file; nothing for the usual one
    /// @param source the code of where it comes from; nothing to tell by the name of each file or of the archive
    /// @param who a person's e-mail address, `api:<key name>` or `system`
    public HandedIn take(InputStream raw, String fileName, @Nullable String kind, @Nullable String source, String who)
            throws IOException {
        return take(raw, fileName, kind, source, false, who);
    }

    /// @param lookFirst whether each file waits, held, until somebody says that it is to be posted
    public HandedIn take(
            InputStream raw,
            String fileName,
            @Nullable String kind,
            @Nullable String source,
            boolean lookFirst,
            String who)
            throws IOException {
        var in = new BufferedInputStream(raw, 1 << 16);
        in.mark(HEAD);
        var head = in.readNBytes(HEAD);
        in.reset();
        if (!Archive.mayBegin(head)) {
            return new HandedIn.One(imports.receive(in, fileName, kind, source, lookFirst, who));
        }
        var spooled = Spooled.of(in, Imports.MOST_BYTES);
        if (spooled.isEmpty()) {
            return new HandedIn.One(new Received.TooLarge(Imports.MOST_BYTES));
        }
        try (var file = spooled.get()) {
            return open(new Archive(file, fileName, Limits.USUAL), new Asked(kind, source, lookFirst, who));
        }
    }

    private record Asked(@Nullable String kind, @Nullable String source, boolean lookFirst, String who) {}

    private HandedIn open(Archive archive, Asked asked) throws IOException {
        return switch (archive.look()) {
            case Looked.NoArchive _ -> {
                try (var in = Files.newInputStream(archive.file().path())) {
                    yield new HandedIn.One(imports.receive(
                            in, archive.fileName(), asked.kind(), asked.source(), asked.lookFirst(), asked.who()));
                }
            }
            case Looked.Stays(var why, var name) -> {
                audit.note(asked.who(), "archive.refused", "archive:" + FileNames.kept(archive.fileName()), why.name());
                yield new HandedIn.NotOpened(why, name);
            }
            case Looked.Opens _ -> takeEach(archive, asked);
        };
    }

    private HandedIn takeEach(Archive archive, Asked asked) throws IOException {
        var files = new ArrayList<FromArchive>();
        var refused = new ArrayList<Received>();
        var name = FileNames.kept(archive.fileName());
        archive.each((fileName, in) -> {
            if (!refused.isEmpty()) {
                return;
            }
            switch (imports.receive(
                    in, fileName, asked.kind(), source(asked, fileName, name), asked.lookFirst(), asked.who())) {
                case Received.New(var id) -> files.add(new FromArchive(fileName, id, true));
                case Received.SeenBefore(var id) -> files.add(new FromArchive(fileName, id, false));
                case Received not -> refused.add(not);
            }
        });
        if (!refused.isEmpty()) {
            return new HandedIn.One(refused.getFirst());
        }
        archives.note(archive.file().fingerprint(), name, files);
        return new HandedIn.Several(name, files);
    }

    /// What somebody said, or what the file's own name says, or the archive's.
    private @Nullable String source(Asked asked, String fileName, String archive) {
        return asked.source() != null || sources.ofName(fileName).isPresent()
                ? asked.source()
                : sources.ofName(archive).map(FileSource::code).orElse(null);
    }
}
