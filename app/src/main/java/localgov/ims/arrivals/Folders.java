package localgov.ims.arrivals;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.util.Arrays;
import java.util.Optional;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.platform.ImsSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Folders on this machine. An operator names one (`IMS_ARRIVALS_FOLDER`), in which each council has
/// its own and can use what is in that; a demonstration has one beside its data. Every step down is
/// opened from the one before and never through a link, so that nothing a council writes down or
/// somebody puts there leads elsewhere.
@Component
class Folders {
    private final Optional<Path> base;
    private final boolean demo;

    @Autowired
    Folders(@Value("${ims.arrivals.folder:}") String folder, ImsSettings operator) {
        this(
                folder.isBlank()
                        ? Optional.of(operator.data().resolve("arrivals")).filter(_ -> operator.demo())
                        : Optional.of(Path.of(folder.strip())),
                operator.demo());
    }

    /// @param demo whether folders are made when they are not there
    Folders(Optional<Path> base, boolean demo) {
        this.base = base;
        this.demo = demo;
    }

    /// @param folder within the current council's own
    Reached open(String folder) throws IOException {
        var own = base.orElseThrow(() -> new NotReached(Trouble.NO_FOLDERS, null))
                .resolve(CurrentCouncil.id().value());
        var path = own.resolve(folder);
        if (demo) {
            Files.createDirectories(path);
        }
        try {
            return new FolderReached(path, opened(own, folder));
        } catch (AccessDeniedException e) {
            throw new NotReached(Trouble.FOLDER_CLOSED, e);
        } catch (NoSuchFileException | NotDirectoryException e) {
            throw new NotReached(Trouble.FOLDER_GONE, e);
        } catch (IOException e) {
            // A link where a folder should be.
            throw new NotReached(Trouble.FOLDER_GONE, e);
        }
    }

    private static SecureDirectoryStream<Path> opened(Path own, String folder) throws IOException {
        var at = secure(own);
        for (var part :
                Arrays.stream(folder.split("/")).filter(one -> !one.isEmpty()).toList()) {
            try (var above = at) {
                at = above.newDirectoryStream(Path.of(part), LinkOption.NOFOLLOW_LINKS);
            }
        }
        return at;
    }

    /// The handle of a folder, in which files are found whatever becomes of the names above it.
    static SecureDirectoryStream<Path> secure(Path folder) throws IOException {
        var opened = Files.newDirectoryStream(folder);
        if (opened instanceof SecureDirectoryStream<Path> secure) {
            return secure;
        }
        opened.close();
        throw new IOException("Folders cannot be held open on this machine");
    }
}
