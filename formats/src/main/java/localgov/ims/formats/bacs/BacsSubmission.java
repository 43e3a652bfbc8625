package localgov.ims.formats.bacs;

import java.util.List;

/// What Bacs says about a file of instructions that was sent to it.
///
/// @param line the physical line, counted from 1, where it stands
/// @param taken whether Bacs took the file
/// @param accepted the number of instructions that it accepted; empty when the report does not say
/// @param rejected the number that it rejected; empty when the report does not say
/// @param errors what Bacs says is wrong
public record BacsSubmission(long line, boolean taken, String accepted, String rejected, List<String> errors) {

    public BacsSubmission {
        errors = List.copyOf(errors);
    }
}
