package localgov.ims.kernel;

import java.util.Optional;
import java.util.regex.Pattern;

/// An address for e-mail as a colleague types it for somebody else: one address, never a list, a name or a line
/// break. Whether anybody reads what goes there, only sending tells.
public final class EmailAddress {
    private static final int LONGEST = 254;
    private static final Pattern ONE = Pattern.compile("[^\\s@,;<>\"()]+@[^\\s@,;<>\"()]+\\.[^\\s@,;<>\"()]+");

    private EmailAddress() {}

    /// Nothing when it is not one.
    public static Optional<String> read(String typed) {
        return Optional.of(typed.strip())
                .filter(address ->
                        address.length() <= LONGEST && ONE.matcher(address).matches());
    }
}
