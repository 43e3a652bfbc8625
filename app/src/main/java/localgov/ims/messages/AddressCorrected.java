package localgov.ims.messages;

/// Somebody has put right the address of whoever a message goes to. Told within the database transaction in which
/// that is done.
///
/// @param concerns what the message belongs to, such as `payment:<id>`
public record AddressCorrected(String concerns, String address) {
    /// The address stays out of logs.
    @Override
    public String toString() {
        return "AddressCorrected[" + concerns + "]";
    }
}
