package localgov.ims.ledger;

import java.time.Instant;

/// One link of the chain that shows the book has not been altered: it covers every journal whose database transaction
/// ended between two points, and the hash of the seal before it.
///
/// @param number from 1, without gaps
/// @param fromXid the first database transaction it covers
/// @param toXid the first it does not
/// @param pence the sum of the postings' amounts
public record Seal(
        long number,
        String fromXid,
        String toXid,
        long journals,
        long postings,
        String pence,
        byte[] content,
        byte[] previous,
        byte[] hash,
        Instant sealedAt) {}
