package localgov.ims.accounts;

import gg.jte.generated.precompiled.Templates;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import localgov.ims.accounts.pages.AccountsFilePage;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/// A file of account holders, brought in by hand.
@Controller
@Needs(Permission.LOAD_ACCOUNTS)
class AccountFileScreens {
    static final String PATH = AccountScreens.PATH + "/load";
    private static final int SHOWN = 100;
    private static final int EARLIER = 10;
    private static final int REFUSED = 422;
    private static final String LEAVE_OUT = "leave-out";

    private final Templates templates;
    private final Accounts accounts;
    private final AccountStore store;

    AccountFileScreens(Templates templates, Accounts accounts, AccountStore store) {
        this.templates = templates;
        this.accounts = accounts;
        this.store = store;
    }

    @GetMapping(PATH)
    View file(OfficeFrame frame) {
        return draw(null, Answers.none(frame.words()), frame);
    }

    private Page draw(AccountsFilePage.@Nullable Outcome outcome, Answers answers, OfficeFrame frame) {
        var columns = Stream.concat(
                        AccountFile.COLUMNS.stream().sorted(),
                        accounts.added().stream().sorted())
                .toList();
        var earlier = store.latest(EARLIER).stream()
                .map(load -> load(load, frame.words()))
                .toList();
        return Page.of(templates.accountsFile(new AccountsFilePage(columns, outcome, earlier), answers, frame));
    }

    private static AccountsFilePage.Load load(AccountStore.Load load, Words words) {
        return new AccountsFilePage.Load(
                words.moment(load.at()),
                load.who(),
                words.number(load.rows()),
                words.number(load.added()),
                words.number(load.changed()),
                words.number(load.refused()));
    }

    /// Read as a stream: what is kept is kept in one database transaction, or nothing of it.
    @PostMapping(PATH)
    View load(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(name = "wrong-rows", defaultValue = "") String wrongRows,
            Person person,
            OfficeFrame frame)
            throws IOException {
        var answers = Answers.of(frame.words(), Map.of("wrong-rows", wrongRows));
        if (file == null
                || file.getOriginalFilename() == null
                || file.getOriginalFilename().isBlank()) {
            return draw(null, answers.wrong("file", "accounts.file.none"), frame)
                    .status(REFUSED);
        }
        if (file.isEmpty()) {
            return draw(null, answers.wrong("file", "accounts.file.empty"), frame)
                    .status(REFUSED);
        }
        Loaded loaded;
        try (var in = file.getInputStream()) {
            loaded = accounts.load(
                    in,
                    "text/csv",
                    wrongRows.equals(LEAVE_OUT) ? BadRows.LEAVE_OUT : BadRows.REFUSE_FILE,
                    CurrentCaller.scope(Permission.LOAD_ACCOUNTS).onlyFunds(),
                    person.signature());
        }
        var outcome = outcome(loaded, frame.words());
        return loaded.kept()
                ? draw(outcome, Answers.none(frame.words()), frame)
                : draw(outcome, answers.wrongAs("file", outcome.sentence()), frame)
                        .status(REFUSED);
    }

    private static AccountsFilePage.Outcome outcome(Loaded loaded, Words words) {
        var problems = loaded.problems().stream()
                .limit(SHOWN)
                .map(row -> problem(row, words))
                .toList();
        boolean more = Math.max(loaded.refused(), loaded.problems().size()) > SHOWN;
        return new AccountsFilePage.Outcome(
                loaded.kept(),
                sentence(loaded, words),
                words.number(loaded.added()),
                words.number(loaded.changed()),
                words.number(loaded.unchanged()),
                words.number(loaded.refused()),
                problems,
                more ? words.say("accounts.file.more", SHOWN) : "");
    }

    private static String sentence(Loaded loaded, Words words) {
        if (loaded.kept()) {
            return words.count("accounts.file.kept", loaded.rows() - loaded.refused());
        }
        return loaded.refused() == 0
                ? words.say("accounts.file.unreadable")
                : words.say("accounts.file.refused", words.number(loaded.refused()), words.number(loaded.rows()));
    }

    private static AccountsFilePage.Problem problem(Loaded.RowProblem row, Words words) {
        return new AccountsFilePage.Problem(
                row.line() == 0 ? "" : words.number(row.line()),
                row.column(),
                row.value(),
                row.problem().in(words.language()));
    }
}
