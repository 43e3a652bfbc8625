package localgov.ims.accounts;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.Door;
import localgov.ims.catalogue.Fund;
import localgov.ims.catalogue.FundMessage;
import localgov.ims.catalogue.Method;
import localgov.ims.catalogue.ReferenceCheck;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.people.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The account holders of the current council.
@Component
public class Accounts {
    private final AccountStore store;
    private final AccountIndexes indexes;
    private final AccountLoading loading;
    private final AccountLookup lookup;
    private final Catalogue catalogue;
    private final InstantSource clock;

    Accounts(
            AccountStore store,
            AccountIndexes indexes,
            AccountLoading loading,
            AccountLookup lookup,
            Catalogue catalogue,
            InstantSource clock) {
        this.lookup = lookup;
        this.store = store;
        this.indexes = indexes;
        this.loading = loading;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /// The account holder with this number, however it was typed.
    public Optional<Account> find(String fund, String number) {
        return catalogue.now().fund(fund).map(known -> known.check(number)).flatMap(check -> switch (check) {
            case ReferenceCheck.Fits fits -> store.find(fund, fits.reference());
            case ReferenceCheck.DoesNotFit no -> Optional.empty();
        });
    }

    /// Those of the accounts that there are, by one question however many are asked for.
    ///
    /// @param funds and `numbers` go together; numbers are as they are kept
    public List<Account> found(List<String> funds, List<String> numbers) {
        return funds.isEmpty() ? List.of() : store.found(funds, numbers);
    }

    /// Is told of one account holder.
    public interface HolderTold {
        /// @param balance what is owed in pence; nothing when the service system does not say
        void holder(String fund, String number, String name, @Nullable Long balance);
    }

    /// Tells of every account holder, as a stream. May be called while the caller's own connection is sending rows.
    public void each(HolderTold told) {
        store.each(told);
    }

    /// The account holder with this id, within what whoever asks may see.
    public Optional<Account> one(long id, Scope scope) {
        return lookup.one(id, scope).flatMap(known -> store.find(known.fund(), known.number()));
    }

    /// What is kept of an account in the fields that the council has added, as [FurtherFields] reads it.
    public String custom(Account account) {
        return store.custom(account.fund(), account.number()).orElse("{}");
    }

    /// The columns that the council has added to files of account holders.
    Set<String> added() {
        return loading.added();
    }

    /// All account numbers, in memory. Use one index for one piece of work.
    public AccountIndex index() {
        return indexes.now();
    }

    /// Whether an amount may be paid to an account of a fund by somebody who stands at this door.
    ///
    /// @param method whose limits count, or nothing when it is not yet known how it will be paid
    public Payable check(Fund fund, String number, Money amount, @Nullable Method method, Door door) {
        return new PayableChain(fund, method, number, amount, door, today(fund.code()))
                .judge(reference -> store.find(fund.code(), reference));
    }

    /// What the council says today to those who stand at this door about to pay any account of the fund.
    public List<FundMessage> messages(Fund fund, Door door) {
        return today(fund.code()).stream()
                .filter(message -> message.isForWholeFund() && message.isFor(door))
                .toList();
    }

    /// The same of one account, and what concerns the whole fund.
    public List<FundMessage> messages(Fund fund, String number, Door door) {
        var said = find(fund.code(), number).map(Account::messageCode).orElse("");
        return today(fund.code()).stream()
                .filter(message -> message.concerns(said) && message.isFor(door))
                .toList();
    }

    private List<FundMessage> today(String fund) {
        return catalogue.now().messages(fund, London.dayOf(clock.instant()));
    }

    /// Brings in account holders as newline-delimited JSON (`application/x-ndjson`) or CSV with a heading
    /// (`text/csv`), UTF-8.
    ///
    /// Columns: `fund` and `number`; and, as far as known, `name`, `address` (lines separated by new lines),
    /// `balance` in whole pence or `balance_pounds` with decimals, `stopped` (true or false), `stop_message`,
    /// `message_code` (by which messages of the fund concern the account). What the council has added: `custom`, an
    /// object by code; in CSV a column for each, `custom_ward`. Of these, what is not mentioned stays as it is.
    /// Accounts that are new are added, others replaced in full; accounts that are not mentioned stay. A file
    /// is brought in whole within one database transaction, and read as a stream: memory does not grow with
    /// it.
    ///
    /// @param onlyFunds whose accounts may be stated, nothing for any; a row of another fund is wrong
    public Loaded load(InputStream file, String mediaType, BadRows badRows, @Nullable Set<String> onlyFunds, String who)
            throws IOException {
        var loaded = loading.load(file, mediaType, badRows, onlyFunds, who);
        indexes.refresh();
        return loaded;
    }

    /// As above; a file with a row that is wrong is refused whole.
    public Loaded load(InputStream file, String mediaType, String who) throws IOException {
        return load(file, mediaType, BadRows.REFUSE_FILE, null, who);
    }
}
