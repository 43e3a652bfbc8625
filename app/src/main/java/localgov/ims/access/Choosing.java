package localgov.ims.access;

import localgov.ims.people.PasswordProblem;
import localgov.ims.platform.pages.Answers;

/// What a form says about a password that will not do.
final class Choosing {
    private Choosing() {}

    static Answers refused(Answers answers, PasswordProblem problem) {
        return switch (problem) {
            case TOO_SHORT -> answers.wrong("wanted", "access.password.too-short");
            case TOO_LONG -> answers.wrong("wanted", "access.password.too-long");
            case LIKE_YOU -> answers.wrong("wanted", "access.password.like-you");
            case EASILY_GUESSED -> answers.wrong("wanted", "access.password.easily-guessed");
        };
    }
}
