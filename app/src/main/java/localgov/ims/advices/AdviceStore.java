package localgov.ims.advices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import localgov.ims.formats.bacs.BacsAdvice;
import localgov.ims.formats.bacs.BacsHead;
import localgov.ims.imports.ImportId;
import localgov.ims.kernel.CardNumbers;
import localgov.ims.kernel.Money;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL that keeps what reports tell.
@Repository
class AdviceStore {
    private final JdbcClient db;

    AdviceStore(JdbcClient db) {
        this.db = db;
    }

    /// Keeps an advice once; nothing when it was told before, by whichever file.
    ///
    /// @param print what tells it from every other
    /// @param place its ordinal in the file
    Optional<Long> add(byte[] print, ImportId file, int place, BacsHead head, BacsAdvice advice, Instant now) {
        var amount = advice.amount();
        return db.sql("""
                insert into advices_advice (print, import, place, report, report_number, report_day, service_user, money, reference,
                                            pence, day, reason_code, reason, said, instruction, to_do, payer, payer_account,
                                            new_payer_account, account, bank_reference, transaction_code, told_at)
                values (:print, :file, :place, :report, :number, :report_day, :service_user, :money, :reference,
                        :pence, :day, :reason_code, :reason, :said, :instruction, :to_do, :payer, :payer_account,
                        :new_payer_account, :account, :bank_reference, :transaction_code, :now)
                on conflict on constraint an_advice_is_told_once do nothing
                returning id
                """)
                .param("print", print)
                .param("file", file)
                .param("place", place)
                .param("report", advice.report())
                .param("number", kept(head.number()))
                .param("report_day", head.day())
                .param("service_user", kept(head.serviceUser()))
                .param("money", advice.money())
                .param("reference", kept(advice.reference()))
                .param("pence", amount == null ? null : Money.exactly(amount).orElseThrow())
                .param("day", advice.day())
                .param("reason_code", kept(advice.reason().code()))
                .param("reason", advice.reason().meaning())
                .param("said", kept(advice.said()))
                .param("instruction", advice.instruction())
                .param("to_do", advice.toDo())
                .param("payer", kept(advice.payerName()))
                .param("payer_account", kept(advice.payerAccount()))
                .param("new_payer_account", kept(advice.newPayerAccount()))
                .param("account", kept(advice.account()))
                .param("bank_reference", kept(advice.bankReference()))
                .param("transaction_code", kept(advice.transactionCode()))
                .param("now", now)
                .query(Long.class)
                .optional();
    }

    /// Those that undo nothing in the book, the newest first.
    List<AdviceRow> told(@Nullable ImportId file, @Nullable Long before, int most) {
        return Rows.of(db.sql("""
                select id, import as file, report, instruction, reference, payer, payer_account, new_payer_account, pence as amount, day,
                       reason_code, reason, said, to_do
                  from advices_advice
                 where money in ('NONE', 'CLAIM_WITHDRAWN')
                   and (cast(:file as uuid) is null or import = :file)
                   and id < coalesce(:before, 9223372036854775807)
                 order by id desc
                 limit :most
                """)
                .param("file", file)
                .param("before", before)
                .param("most", most)
                .query(AdviceRow.class));
    }

    private static String kept(String text) {
        return CardNumbers.masked(text.strip());
    }

    void addReturn(long advice, int number, Money amount, @Nullable LocalDate collected, LocalDate returned) {
        db.sql("""
                insert into advices_return (advice, number, pence, collected_on, returned_on)
                values (:advice, :number, :amount, :collected, :returned)
                """)
                .param("advice", advice)
                .param("number", number)
                .param("amount", amount)
                .param("collected", collected)
                .param("returned", returned)
                .update();
    }
}
