package localgov.ims.people;

/// Somebody signed in without the council's directory although everybody else must use it. Told within the database
/// transaction in which they came in.
///
/// @param by what they showed
public record EmergencySignIn(Person person, SignedInBy by) {}
