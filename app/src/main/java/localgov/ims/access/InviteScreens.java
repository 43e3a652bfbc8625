package localgov.ims.access;

import gg.jte.generated.precompiled.Templates;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import localgov.ims.access.pages.InvitePage;
import localgov.ims.councils.OfficeAddress;
import localgov.ims.govuk.Choice;
import localgov.ims.messages.Email;
import localgov.ims.messages.Messages;
import localgov.ims.people.Invitation;
import localgov.ims.people.Invitations;
import localgov.ims.people.Invitations.Invited;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.people.Role;
import localgov.ims.people.Roles;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// Asking a colleague to join, and who was asked and has not come yet.
@Controller
@Needs(Permission.MANAGE_PEOPLE)
class InviteScreens {
    private static final String PATH = "/office/people/invite";
    private static final int REFUSED = 422;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 250;

    private final Templates templates;
    private final Invitations invitations;
    private final Roles roles;
    private final Messages messages;
    private final OfficeAddress office;
    private final TransactionTemplate transactions;

    InviteScreens(
            Templates templates,
            Invitations invitations,
            Roles roles,
            Messages messages,
            OfficeAddress office,
            TransactionTemplate transactions) {
        this.templates = templates;
        this.invitations = invitations;
        this.roles = roles;
        this.messages = messages;
        this.office = office;
        this.transactions = transactions;
    }

    @GetMapping(PATH)
    View ask(OfficeFrame frame) {
        return Page.of(templates.accessInvite(page(Set.of(), frame.words()), Answers.none(frame.words()), frame));
    }

    @PostMapping(PATH)
    View invite(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") List<String> role,
            Person person,
            OfficeFrame frame) {
        var chosen = Set.copyOf(role);
        var answers = checked(Answers.of(frame.words(), Map.of("email", email, "name", name)), email, name);
        if (!answers.hold()) {
            return again(answers, chosen, frame);
        }
        var proposed =
                offered().stream().map(Role::code).filter(chosen::contains).toList();
        var invited = transactions.execute(_ -> {
            var became = invitations.invite(email, name, proposed, person);
            if (became instanceof Invited.Now now) {
                messages.send(mail(now, person, frame));
            }
            return became;
        });
        return switch (invited) {
            case Invited.Now now ->
                Page.redirect(PATH)
                        .saying("access.invite.sent", now.invitation().name());
            case Invited.AlreadyHere _ -> again(answers.wrong("email", "access.invite.already-here"), chosen, frame);
        };
    }

    private static Answers checked(Answers form, String email, String name) {
        var answers = form;
        if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            answers = answers.wrong("name", "access.invite.no-name");
        }
        return email.strip().matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+") && email.length() <= LONGEST_ADDRESS
                ? answers
                : answers.wrong("email", "access.invite.no-email");
    }

    private View again(Answers answers, Set<String> chosen, OfficeFrame frame) {
        return Page.of(templates.accessInvite(page(chosen, frame.words()), answers, frame))
                .status(REFUSED);
    }

    @PostMapping(PATH + "/{id}/withdraw")
    View withdraw(@PathVariable UUID id, Person person) {
        if (!invitations.withdraw(id, person.signature())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return Page.redirect(PATH).saying("access.invite.withdrawn");
    }

    private List<Role> offered() {
        return roles.all().stream().filter(role -> !role.retired()).toList();
    }

    private InvitePage page(Set<String> chosen, Words words) {
        var options = offered().stream()
                .map(role -> option(role, words).checked(chosen.contains(role.code())))
                .toList();
        var names = roles.all().stream().collect(Collectors.toMap(Role::code, role -> name(role, words)));
        var open =
                invitations.open().stream().map(one -> row(one, names, words)).toList();
        return new InvitePage(options, open);
    }

    private static Choice option(Role role, Words words) {
        var welsh = words.language() == Language.WELSH;
        return Choice.of(role.code(), name(role, words)).hint(welsh ? role.sentenceInWelsh() : role.sentence());
    }

    private static String name(Role role, Words words) {
        return words.language() == Language.WELSH ? role.nameInWelsh() : role.name();
    }

    private static InvitePage.Row row(Invitation one, Map<String, String> names, Words words) {
        var proposed = one.proposedRoles().stream()
                .map(code -> names.getOrDefault(code, code))
                .collect(Collectors.joining(", "));
        return new InvitePage.Row(
                one.id().toString(),
                one.name(),
                one.email(),
                proposed,
                words.moment(one.invitedAt()),
                words.moment(one.expiresAt()));
    }

    private Email mail(Invited.Now now, Person by, OfficeFrame frame) {
        var words = frame.words();
        var council = frame.council().name();
        var address = office.at("/office/join/" + now.token());
        return new Email(
                        LinkKinds.INVITED,
                        now.invitation().email(),
                        words.say("access.mail.invited.subject", council),
                        words.say(
                                "access.mail.invited.text",
                                now.invitation().name(),
                                by.name(),
                                council,
                                address,
                                Invitations.LINK_WORKS))
                .until(now.invitation().expiresAt())
                .in(words.language())
                .with(Map.of(
                        "name", now.invitation().name(),
                        "who", by.name(),
                        "council", council,
                        "link", address,
                        "until", words.moment(now.invitation().expiresAt())));
    }
}
