/// The book: every penny, from one account to another, for ever.
///
/// It knows nobody: not what a fund is, nor a payer, nor a file. Others read it by its views and by
/// `Balances`; only the holders of the two pens (`ledger.pen`) may write.
@NullMarked
@ApplicationModule(
        displayName = "Ledger",
        allowedDependencies = {"kernel", "platform", "councils", "audit"})
package localgov.ims.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
