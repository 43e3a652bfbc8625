package localgov.ims.reporting;

import java.time.LocalDate;
import java.util.List;
import localgov.ims.kernel.Money;

/// How what was typed into the search box was understood, so that the page can say it.
public sealed interface Understood {
    /// Nothing was typed: everything, newest first.
    record Everything() implements Understood {}

    /// An account number that stands in the book.
    record Account(String number) implements Understood {}

    /// A part of these account numbers.
    record PartOfAccounts(String part, List<String> numbers) implements Understood {}

    record Amount(Money amount) implements Understood {}

    record Amounts(Money least, Money most) implements Understood {}

    record Day(LocalDate day) implements Understood {}

    record Days(LocalDate from, LocalDate to) implements Understood {}

    /// What a payer quotes, or the number of a file.
    record Reference(String shown) implements Understood {}

    /// The reference of a call or letter for which payments were taken at the counter.
    record Call(String shown) implements Understood {}

    /// Words of a payer's name or a narrative.
    record Words(List<String> words) implements Understood {}

    /// Nothing that could be looked for, such as a title alone.
    record Nothing() implements Understood {}
}
