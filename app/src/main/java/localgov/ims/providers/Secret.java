package localgov.ims.providers;

/// Something that must not be read over a shoulder, in a log or in an error. Travels to SQL as its text.
public record Secret(String value) {
    @Override
    public String toString() {
        return "•••";
    }
}
