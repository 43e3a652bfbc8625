package localgov.ims.imports;

import java.util.Optional;
import localgov.ims.formats.profiles.Profile;
import localgov.ims.formats.profiles.ProfileMoney;
import localgov.ims.platform.Copying;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Says where the money of a file stands, as its description has it, and what the book calls the council's accounts.
@Component
class Standings {
    private final BankAccounts bankAccounts;
    private final TransactionTemplate apart;

    Standings(BankAccounts bankAccounts, PlatformTransactionManager transactions) {
        this.bankAccounts = bankAccounts;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /// @param copying the rows that a new name waits for; nothing for whoever only looks
    Standing of(@Nullable Profile profile, KindOfFile kind, Optional<FileSource> source, Optional<Copying> copying) {
        var naming = naming(copying);
        return switch (profile == null ? ProfileMoney.BANK : profile.standing()) {
            case BANK -> {
                var accounts = bankAccounts.declared();
                var expected = source.map(FileSource::bankAccount).orElse(null);
                yield new StandingAtBank(identifier -> naming.of(accounts.meant(identifier, expected), identifier));
            }
            case AGENT -> new StandingWithAgent(source.map(FileSource::method).orElse(null), kind::collectedBy);
            case ADVICE -> new StandingNowhere();
        };
    }

    /// Says what the book calls an account.
    private interface Naming {
        Standing.Named of(OwnAccounts.Meant meant, String identifier);
    }

    private Naming naming(Optional<Copying> copying) {
        return copying.<Naming>map(rows -> (meant, identifier) -> bankAccount(meant, identifier, rows))
                .orElse(this::nameOnly);
    }

    /// For whoever only looks: an account that has no name yet is given none.
    private Standing.Named nameOnly(OwnAccounts.Meant meant, String identifier) {
        return switch (meant) {
            case OwnAccounts.This(var code) -> new Standing.Named.As(code);
            case OwnAccounts.LikeThis(var code) -> new Standing.Named.As(alreadyCalled(identifier, code));
            case OwnAccounts.NothingDeclared _ -> new Standing.Named.As(alreadyCalled(identifier, BankAccounts.MAIN));
            case OwnAccounts.NotOurs(var check) -> new Standing.Named.NotKnown(check);
        };
    }

    private String alreadyCalled(String identifier, String otherwise) {
        var called = apart.execute(_ -> bankAccounts.alreadyCalled(identifier).orElse(otherwise + "…"));
        return called == null ? otherwise : called;
    }

    private Standing.Named bankAccount(OwnAccounts.Meant meant, String identifier, Copying copying) {
        return switch (meant) {
            case OwnAccounts.This(var code) -> new Standing.Named.As(code);
            case OwnAccounts.LikeThis(var code) -> {
                copying.finish();
                yield new Standing.Named.As(bankAccounts.like(code, identifier));
            }
            case OwnAccounts.NothingDeclared _ -> {
                copying.finish();
                yield new Standing.Named.As(bankAccounts.undeclared(identifier));
            }
            case OwnAccounts.NotOurs(var check) -> new Standing.Named.NotKnown(check);
        };
    }
}
