package localgov.ims.ledger;

/// Where money came from, once: the kind of event (`payment`, `import`, `allocation`) and which one. The book takes
/// each source once.
public record Source(String kind, String id) {
    @Override
    public String toString() {
        return kind + ":" + id;
    }
}
