package localgov.ims.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.platform.Copying;
import org.jspecify.annotations.Nullable;

/// A kind of file that another room takes money from. Declare one as a bean.
public interface KindOfFile {

    /// Its stable code, such as `bank-statement`.
    String code();

    /// Begins with one file, inside the database transaction in which all of it is done. Nothing else may be
    /// written or read on that connection until the rows of `copying` have been sent: see [Copying].
    Taking begin(OpenFile file);

    /// The same for a file that is only looked at: it answers as [#begin] would, and writes nothing anywhere.
    Taking rehearse(OpenFile file);

    /// Takes out of the book again all that a file brought, within the caller's database transaction.
    /// No when some of it has moved on; then that database transaction must end without effect.
    boolean takeBack(TakenBack file);

    /// A file that is taken back.
    ///
    /// @param day the day in London on which it is
    /// @param reason for whoever reads the book
    record TakenBack(ImportId id, TwoPeople by, LocalDate day, String reason) {}

    /// Who asked for it and who approved: how the book names each, and which person that is.
    record TwoPeople(String asked, UUID asker, String approved, UUID approver) {}

    /// Why an amount went where it went, as sentences in both languages.
    ///
    /// @param rule the stable code that was answered
    /// @param because what was answered with it
    /// @param taken where it went
    List<Why> inWords(String rule, String because, Taken.Place taken);

    /// One sentence of a reason.
    ///
    /// @param welsh empty where somebody wrote it in English alone
    record Why(String english, String welsh) {}

    /// The code of the method of payment that a file calls so, when money that somebody else collected can be on its
    /// way by it.
    default Optional<String> collectedBy(String called) {
        return Optional.empty();
    }

    /// What people call a fund that an amount went to.
    Called fund(String code);

    /// @param nameInWelsh empty when the council wrote none
    record Called(String name, String nameInWelsh) {}

    /// @param id which import
    /// @param receivedBy who handed it in
    /// @param bytes its length
    /// @param source the code of the source that it came from; nothing when it came from none
    /// @param method the method of payment that its lines get; nothing for the usual one
    /// @param copying takes rows for any table; rows of the import's own are sent with it too
    record OpenFile(
            ImportId id,
            String receivedBy,
            long bytes,
            @Nullable String source,
            @Nullable String method,
            Copying copying) {}

    /// One file being taken.
    interface Taking {
        /// Takes one amount, in the order of the file. Its `place` is unique in the file and is to be the line
        /// of its posting.
        Taken take(ArrivedLine line);

        /// All lines have been taken and all rows have been sent: proves that they are there.
        void finish();
    }
}
