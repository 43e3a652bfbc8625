package localgov.ims.organisation;

import java.util.Map;
import java.util.Optional;
import localgov.ims.settings.Problem;
import localgov.ims.settings.Rule;

/// Whatever a council says in one language it says in the other, so that no page is in two.
record WelshToo(String english, String welsh) implements Rule {
    @Override
    public Optional<Problem> check(Map<String, String> answers) {
        boolean inEnglish = !answers.getOrDefault(english, "").isEmpty();
        boolean inWelsh = !answers.getOrDefault(welsh, "").isEmpty();
        if (inEnglish && !inWelsh) {
            return Optional.of(Problem.of(
                    welsh,
                    "welsh-missing",
                    "Write it in Welsh too: there is English of your own, and Welsh pages would have nothing to say",
                    "Ysgrifennwch ef yn Gymraeg hefyd: mae gennych eich Saesneg eich hun, ac ni fyddai gan dudalennau"
                            + " Cymraeg ddim i’w ddweud"));
        }
        return inWelsh && !inEnglish
                ? Optional.of(Problem.of(
                        english,
                        "english-missing",
                        "Write it in English too: there is Welsh of your own, and English pages would have nothing"
                                + " to say",
                        "Ysgrifennwch ef yn Saesneg hefyd: mae gennych eich Cymraeg eich hun, ac ni fyddai gan"
                                + " dudalennau Saesneg ddim i’w ddweud"))
                : Optional.empty();
    }
}
