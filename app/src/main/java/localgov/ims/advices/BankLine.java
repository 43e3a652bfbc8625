package localgov.ims.advices;

import java.time.LocalDate;
import localgov.ims.imports.ImportId;

/// A line of a bank’s statement by which money left that nobody has explained, of the amount of a return.
///
/// @param place its place in the file
/// @param reference and `said` what the bank says of it
record BankLine(ImportId file, int place, LocalDate bookedOn, String payer, String reference, String said) {

    String path() {
        return "/office/imports/%s/lines/%d".formatted(file, place);
    }

    /// What the bank says, in one line.
    String words() {
        return String.join(" ", payer, reference, said.replace('\n', ' ')).strip();
    }

    /// Leaves out what the bank says.
    @Override
    public String toString() {
        return "BankLine[%s %d]".formatted(file, place);
    }
}
