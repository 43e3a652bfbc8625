package localgov.ims.rig;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What only some payers are asked: which of two bills a reference is for, and who pays.
@ExtendWith(Stage.class)
class WhoPaysAndForWhatTest {
    static Stream<Named<Function<Stage, Visitor>>> everybody() {
        return Stream.of(
                Named.of("with script", Stage::visitor),
                Named.of("without script", Stage::visitorWithoutScript),
                Named.of("on a phone", Stage::visitorOnAPhone));
    }

    /// Two funds of this journey alone, whose references nobody else uses, have one format.
    private static void twoFundsWithOneFormat(Stage stage) throws SQLException {
        try (var owner = DriverManager.getConnection(stage.databaseUrl());
                var statement = owner.createStatement()) {
            statement.executeUpdate("""
                    insert into council_demo.catalogue_reference_format (code, name, shortest, longest, starts, pattern, mask)
                    values ('hire', 'Hall hire', 8, 8, '', '', 'QQ######')
                    on conflict do nothing
                    """);
            statement.executeUpdate("""
                    insert into council_demo.catalogue_fund
                           (code, name, name_cy, vat_code, online, open, account_must_exist, vat_override, credit_notes, suspense,
                            address_needed, ledger_code, format, reference_label, reference_label_cy, reference_hint,
                            reference_hint_cy, priority)
                    select made.code, made.name, made.name_cy, fund.vat_code, true, true, false, false, false, false, false,
                           fund.ledger_code, 'hire', 'Booking number', 'Rhif archebu', '', '', 500
                      from (values ('H1', 'Hall hire', 'Llogi neuadd'), ('H2', 'Pitch hire', 'Llogi cae')) made (code, name, name_cy)
                      join council_demo.catalogue_fund fund on fund.code = 'GW'
                    on conflict do nothing
                    """);
        }
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void aReferenceThatCouldBeTwoThingsIsAskedAbout(Function<Stage, Visitor> somebody, Stage stage)
            throws SQLException {
        twoFundsWithOneFormat(stage);
        RunningIms.pause(java.time.Duration.ofSeconds(3));
        var payer =
                somebody.apply(stage).opens("/pay?reference=QQ123456&amount=12.50", "What is your letter or bill for?");
        payer.presses("Continue").isTold("Select what your letter or bill is for");
        payer.chooses("Pitch hire").presses("Continue").sees("Pitch hire");
        payer.opens("/pay?reference=QQ123456&lang=cy", "Ar gyfer beth mae eich llythyr neu’ch bil?");
        payer.chooses("Llogi neuadd").presses("Parhau").sees("Llogi neuadd");
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void whoPaysIsAskedWhereTheFundWantsIt(Function<Stage, Visitor> somebody, Stage stage) {
        var payer = somebody.apply(stage).opens("/pay/31", "Building control");
        payer.types("Application number", "BC/26/01234")
                .types("Amount to pay", "541")
                .presses("Continue")
                .isTold("Enter your full name");
        payer.types("Your full name", "Cy Pays")
                .types("Your address", "1 Mere View, Aldermere")
                .types("Your postcode", "AM1 1AA")
                .presses("Continue")
                .sees("Your basket");
        payer.opens("/pay/31?lang=cy", "Rheoli adeiladu");
    }
}
