package localgov.ims.councils;

/// Where the office is, for tests without Spring.
public final class OfficeAddresses {
    private OfficeAddresses() {}

    public static OfficeAddress at(String address, Councils councils) {
        return new OfficeAddress(councils, address, 8080);
    }
}
