package localgov.ims.agreements;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import localgov.ims.kernel.Money;
import localgov.ims.kernel.PublicReference;
import localgov.ims.people.Scope;
import localgov.ims.platform.Rows;
import localgov.ims.platform.words.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of an agreement.
@Repository
class AgreementStore {
    private final JdbcClient db;

    AgreementStore(JdbcClient db) {
        this.db = db;
    }

    /// False when chance gave it another agreement's reference.
    boolean insert(Agreement.Wanted wanted) {
        var terms = wanted.terms();
        return db.sql("""
                insert into agreements_agreement (id, reference, state, kind, every, fund, account_number, pence, times, on_day, until_day,
                       address, language, proposed_by, created_at)
                values (:id, :reference, 'PROPOSED', :kind, :every, :fund, :account, :pence, :times, :day, :until, :address, :language,
                        :proposed_by, :now)
                on conflict do nothing
                """)
                        .param("id", wanted.id())
                        .param("reference", wanted.reference())
                        .param("kind", terms.kind())
                        .param("every", terms.every())
                        .param("fund", wanted.fund())
                        .param("account", wanted.account())
                        .param("pence", terms.amount())
                        .param("times", terms.times())
                        .param("day", terms.day())
                        .param("until", terms.until())
                        .param("address", wanted.address())
                        .param("language", wanted.language().code())
                        .param("proposed_by", wanted.proposedBy())
                        .param("now", wanted.createdAt())
                        .update()
                == 1;
    }

    private record Row(
            AgreementId id,
            PublicReference reference,
            AgreementState state,
            AgreementKind kind,
            Every every,
            String fund,
            String accountNumber,
            Money pence,
            @Nullable Integer times,
            int onDay,
            @Nullable LocalDate untilDay,
            String address,
            String language,
            String proposedBy,
            Instant createdAt,
            @Nullable Instant consentedAt,
            @Nullable String provider,
            @Nullable String providerAgreement,
            @Nullable String card,
            @Nullable String cardExpires,
            @Nullable String expiryTold,
            Agreement.AtProvider atProvider,
            int looks,
            @Nullable Instant endedAt,
            @Nullable String endedBy,
            @Nullable String reason) {
        Agreement agreement() {
            return new Agreement(
                    new Agreement.Wanted(
                            id,
                            reference,
                            new Terms(kind, every, pence, times, onDay, untilDay),
                            fund,
                            accountNumber,
                            address,
                            Language.of(language).orElse(Language.ENGLISH),
                            proposedBy,
                            createdAt),
                    new Agreement.Standing(
                            state,
                            consentedAt,
                            provider,
                            providerAgreement,
                            card,
                            cardExpires,
                            expiryTold,
                            atProvider,
                            looks,
                            endedAt == null || endedBy == null || reason == null
                                    ? null
                                    : new Agreement.End(endedAt, endedBy, reason)));
        }
    }

    Agreement get(AgreementId id) {
        return find(id).orElseThrow();
    }

    Optional<Agreement> find(AgreementId id) {
        return db.sql("""
                select id, reference, state, kind, every, fund, account_number, pence, times, on_day, until_day, address, language,
                       proposed_by, created_at, consented_at, provider, provider_agreement, card, card_expires, expiry_told,
                       at_provider, looks, ended_at, ended_by, reason
                  from agreements_agreement
                 where id = :id
                """).param("id", id).query(Row.class).optional().map(Row::agreement);
    }

    Optional<Agreement> find(PublicReference reference, Scope scope) {
        return db.sql("""
                select id as value
                  from agreements_within(:scope)
                 where reference = :reference
                """)
                .param("scope", scope.text())
                .param("reference", reference)
                .query(AgreementId.class)
                .optional()
                .flatMap(this::find);
    }

    /// Holds the agreement until the database transaction ends: whoever takes a payment and whoever ends the
    /// agreement come one after the other.
    Agreement hold(AgreementId id) {
        db.sql("""
                select id
                  from agreements_agreement
                 where id = :id
                   for update
                """).param("id", id).query(java.util.UUID.class).single();
        return get(id);
    }

    /// The payer has agreed: takes it only as it was proposed, so that of two clicks one begins.
    boolean consented(Agreement agreement, String provider, String words, Instant now) {
        return db.sql("""
                update agreements_agreement
                   set state = 'SETTING_UP',
                       provider = :provider,
                       consent = :consent,
                       consented_at = :now,
                       version = version + 1
                 where id = :id
                   and state = 'PROPOSED'
                """)
                        .param("id", agreement.id())
                        .param("provider", provider)
                        .param("consent", words)
                        .param("now", now)
                        .update()
                == 1;
    }

    /// The first payment is paid: from now on the provider is looked at every day.
    boolean active(AgreementId id, Instant look) {
        return db.sql("""
                update agreements_agreement
                   set state = 'ACTIVE',
                       next_look_at = :look,
                       looks = 0,
                       version = version + 1
                 where id = :id
                   and state = 'SETTING_UP'
                """).param("id", id).param("look", look).update() == 1;
    }

    /// Ends it from the state that was read. Where the provider knows it, it has to end there too.
    boolean end(Agreement agreement, AgreementState end, Agreement.End how) {
        if (!agreement.state().mayBecome(end)) {
            return false;
        }
        return db.sql("""
                update agreements_agreement
                   set state = :end,
                       ended_at = :at,
                       ended_by = :by,
                       reason = :reason,
                       at_provider = case when at_provider = 'OPEN' then 'TO_END' else at_provider end,
                       next_look_at = case when at_provider = 'OPEN' then cast(:at as timestamptz) end,
                       looks = 0,
                       version = version + 1
                 where id = :id
                   and state = :state
                """)
                        .param("id", agreement.id())
                        .param("state", agreement.state())
                        .param("end", end)
                        .param("at", how.at())
                        .param("by", how.by())
                        .param("reason", how.reason())
                        .update()
                == 1;
    }

    /// @param address locked
    void correct(AgreementId id, String address) {
        db.sql("""
                update agreements_agreement
                   set address = :address
                 where id = :id
                """).param("id", id).param("address", address).update();
    }

    /// Proposals that nobody agreed to in time.
    List<AgreementId> lapsed(Instant before, int most) {
        return Rows.of(db.sql("""
                select id as value
                  from agreements_agreement
                 where state = 'PROPOSED'
                   and created_at < :before
                 order by created_at
                 limit :most
                """).param("before", before).param("most", most).query(AgreementId.class));
    }
}
