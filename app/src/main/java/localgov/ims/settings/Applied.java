package localgov.ims.settings;

/// What became of a file whose preview somebody agreed to.
public sealed interface Applied {
    record Done(BroughtIn broughtIn) implements Applied {}

    /// What it would change is no longer what was shown; `now` is what it would change now.
    record Overtaken(Preview now) implements Applied {}

    /// Nothing changes until a second person agrees; they have been asked.
    record Waiting() implements Applied {}

    /// It needs two people, and a program is no person.
    record NeedsAPerson() implements Applied {}
}
