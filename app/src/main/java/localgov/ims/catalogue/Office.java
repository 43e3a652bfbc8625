package localgov.ims.catalogue;

/// Where money is collected, or the channel that stands for a place.
public record Office(String code, String name) {}
