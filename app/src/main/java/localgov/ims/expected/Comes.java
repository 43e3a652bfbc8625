package localgov.ims.expected;

import java.time.LocalDate;
import localgov.ims.settings.Phrase;

/// On which day the file of a day comes.
enum Comes {
    SAME_DAY("On the same day", "Ar yr un diwrnod") {
        @Override
        LocalDate after(LocalDate day, WorkingDays working) {
            return day;
        }
    },
    NEXT_DAY("On the next day", "Ar y diwrnod nesaf") {
        @Override
        LocalDate after(LocalDate day, WorkingDays working) {
            return day.plusDays(1);
        }
    },
    NEXT_WORKING_DAY("On the next working day", "Ar y diwrnod gwaith nesaf") {
        @Override
        LocalDate after(LocalDate day, WorkingDays working) {
            return working.onOrAfter(day.plusDays(1));
        }
    };

    private final Phrase words;

    Comes(String english, String welsh) {
        this.words = Phrase.both(english, welsh);
    }

    Phrase words() {
        return words;
    }

    /// The day on which the file of a day is due.
    abstract LocalDate after(LocalDate day, WorkingDays working);
}
