package localgov.ims.formats;

/// How certain an entry is. Only a booked entry is money; the others are never posted.
public enum Booking {
    BOOKED,
    PENDING,
    INFORMATION
}
