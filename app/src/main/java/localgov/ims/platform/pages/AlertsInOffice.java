package localgov.ims.platform.pages;

import java.util.List;
import localgov.ims.platform.words.Words;

/// Says what whoever is signed in must be alerted to. Asked for each page of the office, so it answers quickly.
@FunctionalInterface
public interface AlertsInOffice {
    List<OfficeAlert> alerts(Words words);
}
