package localgov.ims.advices;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import localgov.ims.formats.bacs.BacsAdvice;
import localgov.ims.formats.bacs.BacsHead;
import localgov.ims.formats.bacs.BacsReport;
import localgov.ims.formats.bacs.BacsSubmission;
import localgov.ims.imports.ImportId;
import localgov.ims.imports.TakesAdvices;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeps what a report from Bacs tells, within the database transaction in which the file is read, and makes a return
/// of each debit that came back. Looking for their receipts comes afterwards: see [Returns#lookAtAll].
@Component
class AdviceTaking implements TakesAdvices {
    private final AdviceStore store;
    private final InstantSource clock;

    AdviceTaking(AdviceStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Taking begin(ImportId id) {
        return new One(id);
    }

    @Override
    public String place(ImportId id) {
        return AdviceScreens.PATH + "?file=" + id;
    }

    private final class One implements Taking {
        private final ImportId file;
        private final Map<String, Integer> alike = new HashMap<>();
        private BacsHead head = new BacsHead(BacsReport.ARUDD, "", "", null, "");
        private int places;

        One(ImportId file) {
            this.file = file;
        }

        @Override
        public void report(BacsHead begun) {
            head = begun;
        }

        /// Two alike in one report are two; the same report told again is the same.
        @Override
        public void advice(BacsAdvice advice) {
            var said = said(head, advice);
            int occurrence = alike.merge(said, 1, Integer::sum);
            var print = sha256(said + "\n" + occurrence);
            store.add(print, file, ++places, head, advice, clock.instant()).ifPresent(id -> returns(id, advice));
        }

        @Override
        public void submission(BacsSubmission submission) {
            // What became of a file of instructions is about none of them, and is read in the file itself.
        }

        private void returns(long id, BacsAdvice advice) {
            var debits = switch (advice.money()) {
                case UNPAID -> List.of(new Debit(advice.day(), advice.amount()));
                case CLAIMED ->
                    advice.collections().isEmpty()
                            ? List.of(new Debit(null, advice.amount()))
                            : advice.collections().stream()
                                    .map(one -> new Debit(one.day(), one.amount()))
                                    .toList();
                case NONE, CLAIM_WITHDRAWN -> List.<Debit>of();
            };
            int number = 0;
            for (var debit : debits) {
                number++;
                if (debit.pence().isPositive()) {
                    store.addReturn(id, number, debit.pence(), debit.day(), returnedOn(advice));
                }
            }
        }

        private LocalDate returnedOn(BacsAdvice advice) {
            var claimed = advice.money() == BacsAdvice.Money.CLAIMED ? advice.day() : null;
            return Stream.of(claimed, head.day())
                    .flatMap(Stream::ofNullable)
                    .findFirst()
                    .orElseGet(() -> London.dayOf(clock.instant()));
        }
    }

    private record Debit(@Nullable LocalDate day, @Nullable BigDecimal amount) {
        Money pence() {
            return amount == null ? Money.ZERO : Money.exactly(amount).orElse(Money.ZERO);
        }
    }

    /// All that makes an advice what it is.
    private static String said(BacsHead head, BacsAdvice advice) {
        return Stream.of(
                        advice.report(),
                        head.number(),
                        head.day(),
                        head.serviceUser(),
                        advice.money(),
                        advice.reference(),
                        plain(advice.amount()),
                        advice.currency(),
                        advice.day(),
                        advice.reason().code(),
                        advice.payerAccount(),
                        advice.newPayerAccount(),
                        advice.account(),
                        advice.bankReference(),
                        advice.transactionCode(),
                        advice.collections().stream()
                                .map(one -> one.day() + " " + plain(one.amount()))
                                .collect(Collectors.joining(",")))
                .map(String::valueOf)
                .collect(Collectors.joining("\n"));
    }

    private static String plain(@Nullable BigDecimal amount) {
        return amount == null ? "" : amount.stripTrailingZeros().toPlainString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
