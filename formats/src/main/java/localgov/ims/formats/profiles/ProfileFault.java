package localgov.ims.formats.profiles;

/// What is wrong with a profile, and where.
///
/// @param path the place in the profile, `records[1].line.amount.value`; empty when it is about the whole
/// @param problem a full sentence
public record ProfileFault(String path, String problem) {}
