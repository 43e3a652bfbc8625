package localgov.ims.notifications;

import java.util.UUID;

/// Something that has happened, to be told once.
///
/// @param subject the refund or the payment
record Fact(UUID id, FactKind kind, UUID subject) {}
