package localgov.ims.messages;

import org.jspecify.annotations.Nullable;

/// One e-mail about something, as the page of that thing shows it. To whom it went and what it said is not shown.
///
/// @param about what it was, in words
/// @param when it was written
/// @param state in words, in a tag of this colour
/// @param colour of the tag
/// @param ended when it came to that, in words; blank while it has not ended
/// @param why it has not arrived, as the carrier says it; blank when there is nothing to say
/// @param kept the language of `why`; absent on a page in that language
/// @param href where more may be seen and done; absent for whoever may not
public record Told(
        String about,
        String when,
        String state,
        String colour,
        String ended,
        String why,
        @Nullable String kept,
        @Nullable String href) {}
