package localgov.ims.formats.bacs;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The beginning of a Bacs report. All of it together is the report's identity: banks and payment providers deliver
/// the same report more than once.
///
/// @param report which report it is
/// @param type how Bacs calls the report in the file; empty when it does not say
/// @param number the number of the advice or of its envelope; empty when there is none
/// @param day the day on which Bacs made it
/// @param serviceUser the number under which the council collects; empty when the report does not say
public record BacsHead(
        BacsReport report,
        String type,
        String number,
        @Nullable LocalDate day,
        String serviceUser) {}
