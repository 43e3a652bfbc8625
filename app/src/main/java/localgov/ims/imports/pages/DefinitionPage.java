package localgov.ims.imports.pages;

import org.jspecify.annotations.Nullable;

/// A description as it is written down, beside a sample of what it reads.
///
/// @param title its name
/// @param about what it says of itself; empty when nothing
/// @param comesWithTheSystem whether it is not the council's own
/// @param mayChange whether whoever looks may save another version
/// @param download where it can be had as a file; absent while it is not saved
/// @param history where its versions are, and where it is retired; absent when it has none, or for who may not see
///   settings
public record DefinitionPage(
        String title,
        String about,
        boolean comesWithTheSystem,
        boolean mayChange,
        @Nullable String download,
        @Nullable String history,
        SampleResult result) {}
