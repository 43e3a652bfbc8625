package localgov.ims.councils;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Where the office of the current council is on the network, for links in e-mails. Never what a request says it was
/// sent to: whoever sends one could have a link lead to themselves.
@Component
public class OfficeAddress {
    private final Councils councils;
    private final String address;

    OfficeAddress(Councils councils, @Value("${ims.address:}") String address, @Value("${server.port:8080}") int port) {
        this.councils = councils;
        this.address = address.isBlank() ? "http://localhost:" + port : address.replaceAll("/+$", "");
    }

    /// @param path within the office, beginning with a slash
    public String at(String path) {
        return councils.all().stream()
                        .filter(council -> council.id().equals(CurrentCouncil.id()))
                        .flatMap(council -> council.host().stream())
                        .findFirst()
                        .map(host -> "https://" + host)
                        .orElse(address)
                + path;
    }
}
