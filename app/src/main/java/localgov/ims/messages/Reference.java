package localgov.ims.messages;

/// By what a carrier knows a message. What a carrier has taken and could not deliver goes out under another number,
/// so that asking for the later one does not find the earlier.
record Reference(MessageId id, int round) {
    @Override
    public String toString() {
        return round == 1 ? id.toString() : id + "-" + round;
    }
}
