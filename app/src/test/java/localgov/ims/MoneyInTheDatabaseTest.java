package localgov.ims;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever a room forgets, the database itself counts money once, gives back no more than came, and forgets none.
/// Each constraint is asked about rows that it must refuse and about others that it must not.
class MoneyInTheDatabaseTest {
    static final TriedRows rows = new TriedRows();

    @AfterAll
    static void close() {
        rows.close();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            table                 | constraint                                         | refused                                                         | taken
            payments_payment      | something_is_wanted                                | {"pence":0}                                                     | {"pence":1}
            payments_payment      | paid_says_how_much_and_when                        | {"state":"STARTED","paid_pence":1}                              | {"state":"STARTED"}
            payments_payment      | paid_says_how_much_and_when                        | {"state":"PAID","paid_at":"2026-11-20"}                         | {"state":"PAID","paid_pence":1,"paid_at":"2026-11-20"}
            payments_payment      | paid_says_how_much_and_when                        | {"state":"PAID","paid_pence":0,"paid_at":"2026-11-20"}          | {"state":"FAILED"}
            payments_payment      | surcharge_is_part_of_what_is_paid                  | {"surcharge_pence":2,"paid_pence":1}                            | {"surcharge_pence":1,"paid_pence":1}
            payments_payment      | surcharge_is_part_of_what_is_paid                  | {"surcharge_pence":1}                                           | {"surcharge_pence":0}
            payments_payment      | a_turn_changes_what_is_paid                        | {"state":"PAID","turns":1}                                      | {"state":"FAILED","turns":1}
            payments_payment      | a_turn_changes_what_is_paid                        | {"state":"FAILED","turns":2}                                    | {"state":"PAID","turns":2}
            payments_payment      | taken_is_paid                                      | {"method":"cash","state":"PAID","pence":2,"paid_pence":1}       | {"method":"cash","state":"PAID","pence":2,"paid_pence":2}
            payments_payment      | created_was_never_asked                            | {"state":"CREATED","asked_at":"2026-11-20"}                     | {"state":"STARTED","asked_at":"2026-11-20"}
            payments_payment      | open_is_looked_at                                  | {"state":"UNKNOWN"}                                             | {"state":"UNKNOWN","next_look_at":"2026-11-20"}
            payments_payment      | known_was_asked                                    | {"provider_reference":"pay1"}                                   | {"provider_reference":"pay1","asked_at":"2026-11-20"}
            payments_payment      | payment_breaks_no_rule                             | {"pence":0}                                                     | {"pence":1}
            payments_payment      | an_end_has_its_time                                | {"state":"PAID"}                                                | {"state":"PAID","closed_at":"2026-11-20"}
            payments_payment      | no_money_has_a_reason                              | {"state":"FAILED"}                                              | {"state":"FAILED","reason":"declined"}
            payments_payment      | only_created_or_taken_was_never_asked              | {"state":"STARTED"}                                             | {"state":"PAID","method":"cash"}
            payments_payment      | asked_says_whom                                    | {"asked_at":"2026-11-20"}                                       | {"asked_at":"2026-11-20","provider":"card"}
            payments_payment      | only_what_was_asked_for_is_pretended               | {"pretended":true}                                              | {"pretended":true,"provider":"card"}
            payments_line         | line_is_worth_something                            | {"pence":-1}                                                    | {"pence":1}
            portal_basket_line    | bill_is_worth_something                            | {"pence":-1}                                                    | {"pence":1}
            counter_line          | counter_line_is_worth_something                    | {"pence":-1}                                                    | {"pence":1}
            refunds_receipt       | never_more_than_was_paid                           | {"reserved":101,"pence":100}                                    | {"reserved":100,"pence":100}
            refunds_receipt       | never_more_than_was_paid                           | {"reserved":-1,"pence":100}                                     | {"reserved":0,"pence":100}
            refunds_receipt       | only_what_was_reserved_is_given                    | {"reserved":50,"given":51}                                      | {"reserved":50,"given":50}
            refunds_receipt       | all_of_it_has_all_of_its_vat                       | {"pence":6,"vat_pence":1,"given":5,"vat_given":2}               | {"pence":6,"vat_pence":1,"given":5,"vat_given":1}
            refunds_receipt       | all_of_it_has_all_of_its_vat                       | {"pence":6,"vat_pence":1,"given":6,"vat_given":0}               | {"pence":6,"vat_pence":1,"given":6,"vat_given":1}
            refunds_receipt       | what_was_taken_back_is_not_given                   | {"taken_back":true,"reserved":6,"pence":6,"given":1}            | {"taken_back":true,"reserved":6,"pence":6,"given":0}
            refunds_receipt       | what_was_taken_back_is_not_given                   | {"taken_back":true,"reserved":5,"pence":6,"given":0}            | {"taken_back":false,"reserved":5,"pence":6,"given":0}
            refunds_receipt       | what_is_claimed_is_reserved                        | {"claimed":2,"reserved":1}                                      | {"claimed":1,"reserved":1}
            refunds_receipt       | only_what_is_claimed_is_lost                       | {"claimed":1,"lost":2,"vat_lost":0}                             | {"claimed":2,"lost":2,"vat_lost":0}
            refunds_refund        | something_is_given_back                            | {"pence":-1}                                                    | {"pence":1}
            refunds_refund        | a_card_refund_goes_to_the_card_it_was_paid_with    | {"way":"CARD","payment":"ONE","provider":"card","paid_pence":1} | {"way":"CARD","payment":"ONE","provider":"card","paid_pence":1,"provider_reference":"pay1"}
            refunds_refund        | sent_says_on_which_day                             | {"state":"SENT","sent_on":"2026-11-20","posted":0}              | {"state":"SENT","sent_on":"2026-11-20","posted":1}
            refunds_refund        | sent_says_on_which_day                             | {"state":"FAILED","sent_on":"2026-11-20","posted":1}            | {"state":"FAILED","posted":1}
            refunds_refund        | what_is_under_way_is_looked_at                     | {"way":"CARD","state":"UNKNOWN"}                                | {"way":"CARD","state":"UNKNOWN","next_look_at":"2026-11-20"}
            refunds_refund        | what_goes_instead_goes_by_bank                     | {"instead_of":"ONE","way":"CARD"}                               | {"instead_of":"ONE","way":"BANK"}
            refunds_refund        | what_stands_instead_ties_the_other_down            | {"instead_of":"ONE","state":"SENT"}                             | {"instead_of":"ONE","state":"SENT","instead_state":"REPLACED"}
            refunds_refund        | only_to_a_card_is_given_back_elsewhere             | {"elsewhere":"refund1","way":"BANK"}                            | {"elsewhere":"refund1","way":"CARD"}
            suspense_item         | never_more_than_came_in                            | {"pence":100,"allocated":60,"given_back":41,"settled":0}        | {"pence":100,"allocated":60,"given_back":40,"settled":0}
            suspense_item         | never_more_than_came_in                            | {"pence":100,"allocated":-1,"given_back":0,"settled":0}         | {"pence":100,"allocated":0,"given_back":0,"settled":0}
            suspense_item         | never_more_than_came_in                            | {"pence":100,"allocated":60,"given_back":0,"settled":41}        | {"pence":100,"allocated":0,"given_back":0,"settled":100}
            suspense_item         | never_more_than_came_in                            | {"pence":100,"allocated":0,"given_back":0,"settled":-1}         | {"pence":100,"allocated":0,"given_back":0,"settled":0}
            schedules_match       | money_was_matched                                  | {"pence":0}                                                     | {"pence":1}
            schedules_match       | undoing_says_who_and_why                           | {"undone_at":"2026-11-20","undone_by":"ann"}                    | {"undone_at":"2026-11-20","undone_by":"ann","undone_because":"x"}
            schedules_party       | a_party_is_known_by_something                      | {"says":"","payer_account":""}                                  | {"says":"","payer_account":"20453112345678"}
            schedules_party       | a_party_pays_near_its_schedule                     | {"days":46}                                                     | {"days":45}
            payouts_payout        | what_is_paid_out_adds_up                           | {"gross":100,"fee":5,"went_back":0,"net":100}                   | {"gross":100,"fee":5,"went_back":0,"net":95}
            payouts_payout        | a_match_is_whole                                   | {"journal":1,"line":1}                                          | {"journal":1,"line":1,"banked":1,"matched_at":"2026-11-20","matched_by":"ann"}
            payouts_payout        | a_reason_is_whole                                  | {"because":"x"}                                                 | {"because":"x","explained":1,"explained_at":"2026-11-20","explained_by":"ann"}
            payouts_payout        | a_reason_says_something                            | {"because":""}                                                  | {"because":"x"}
            advices_return        | what_comes_back_is_worth_something                 | {"pence":0}                                                     | {"pence":1}
            advices_return        | what_was_found_has_its_receipt                     | {"state":"FOUND","journal":1}                                   | {"state":"FOUND","journal":1,"line":1}
            receipts_paid_before  | it_was_paid                                        | {"times":0}                                                     | {"times":1}
            disputes_dispute      | only_what_is_lost_is_out                           | {"state":"WON","lost_pence":1,"lost_fee_pence":0,"fee_pence":0} | {"state":"LOST","lost_pence":1,"lost_fee_pence":0,"fee_pence":0}
            disputes_dispute      | only_what_was_lost_has_no_place                    | {"unplaced_pence":2,"lost_pence":1}                             | {"unplaced_pence":1,"lost_pence":1}
            disputes_line         | only_what_is_kept_is_lost                          | {"pence":3,"claimed":4,"lost":0,"vat_lost":0}                   | {"pence":3,"claimed":3,"lost":3,"vat_lost":1}
            disputes_line         | only_what_is_kept_is_lost                          | {"pence":3,"claimed":2,"lost":3,"vat_lost":0}                   | {"pence":3,"claimed":2,"lost":2,"vat_lost":0}
            settlements_row       | what_is_not_kept_is_paid_out                       | {"gross":100,"fee":2,"net":100}                                 | {"gross":100,"fee":2,"net":98}
            agreements_agreement  | nothing_is_taken_without_consent                   | {"state":"ACTIVE","provider":"card","consent":"yes"}            | {"state":"ACTIVE","provider":"card","consent":"yes","consented_at":"2026-11-20"}
            agreements_attempt    | only_a_refusal_has_no_payment                      | {"outcome":"PAID"}                                              | {"outcome":"PAID","payment":"ONE"}
            portal_basket         | key_is_hashed                                      | {"key_hash":"\\\\x00"}                                          | {"key_hash":"\\\\x0000000000000000000000000000000000000000000000000000000000000000"}
            portal_receipt_sent   | receipts_of_one_payment_are_few                    | {"number":6}                                                    | {"number":5}
            portal_receipt_key    | a_withdrawn_key_signs_nothing                      | {"withdrawn_at":"2026-11-20"}                                   | {"withdrawn_at":"2026-11-20","replaced_at":"2026-11-20"}
            portal_receipt_key    | only_the_signing_key_is_kept                       | {"private_key":"locked","replaced_at":"2026-11-20"}             | {"private_key":"locked"}
            providers_account     | key_is_locked                                      | {"api_key":"api_live_0123456789"}                               | {"api_key":"k1:0123456789012345678901234567890123456789"}
            providers_account     | webhook_secret_is_locked                           | {"webhook_secret":"webhook_live_0123456789"}                    | {"webhook_secret":""}
            webhooks_secret       | secret_is_locked                                   | {"locked":"whsec_0123456789"}                                   | {"locked":"k1:0123456789012345678901234567890123456789"}
            handovers_system      | secret_is_locked                                   | {"secret":"what was agreed"}                                    | {"secret":"k1:0123456789012345678901234567890123456789"}
            approvals_stand_in    | standing_in_is_for_a_quarter_at_most               | {"from_on":"2026-01-01","to_on":"2026-12-31"}                   | {"from_on":"2026-01-01","to_on":"2026-03-31"}
            """)
    void whatMustNotBeInARowIsRefused(String table, String constraint, String refused, String taken) {
        assertThat(rows.takes(table, constraint, refused)).as(refused).isFalse();
        assertThat(rows.takes(table, constraint, taken)).as(taken).isTrue();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            table                 | index                                      | row                                                             | taken besides it
            ledger_journal        | money_arrives_once                         | {"source_kind":"payment","source_id":"1"}                       | {"source_kind":"payment","source_id":"2"}
            ledger_posting        | posting_line_once                          | {"journal":1,"line":1,"month":"2026-11-01","batch":0}           | {"journal":1,"line":2,"month":"2026-11-01","batch":0}
            payments_payment      | payment_is_asked_for_once                  | {"asked_by":"portal","idempotency_key":"1"}                     | {"asked_by":"api:leisure","idempotency_key":"1"}
            payments_payment      | provider_payment_is_one_payments           | {"provider":"card","provider_reference":"pay1"}                 | {"provider":"other","provider_reference":"pay1"}
            payments_payment      | payment_reference_is_one_payments          | {"reference":"Q7FK2M9DX"}                                       | {"reference":"Q7FK2M9DY"}
            payments_hint         | message_is_heard_once                      | {"provider":"card","message":"1"}                               | {"provider":"card","message":"2"}
            providers_form_reply  | reply_is_heard_once                        | {"transaction":"ONE","message":"ACCEPT:1"}                      | {"transaction":"ONE","message":"ACCEPT:2"}
            providers_account     | providers_one_account_takes_other_funds    | {"code":"a","takes_other_funds":true}                           | {"code":"b","takes_other_funds":false}
            portal_basket         | basket_has_its_own_key                     | {"key_hash":"\\\\x01"}                                          | {"key_hash":"\\\\x02"}
            portal_basket_line    | bill_is_in_the_basket_once                 | {"basket":"ONE","fund":"11","account_number":"1"}               | {"basket":"TWO","fund":"11","account_number":"1"}
            portal_receipt_key    | one_key_signs                              | {"id":"a"}                                                      | {"id":"b","replaced_at":"2026-11-20"}
            handovers_handover    | a_reference_is_handed_over_once            | {"system":"leisure","reference":"1"}                            | {"system":"housing","reference":"1"}
            counter_payment       | counter_card_payment_is_one_payments       | {"card_payment":"ONE"}                                          | {"card_payment":"TWO"}
            counter_reversal      | counter_reversal_pkey                      | {"payment":"ONE"}                                               | {"payment":"TWO"}
            suspense_allocation   | suspense_allocation_pkey                   | {"id":"ONE"}                                                    | {"id":"TWO"}
            suspense_item         | suspense_item_pkey                         | {"id":1}                                                        | {"id":2}
            schedules_claim       | a_schedule_is_paid_once                    | {"journal":1,"account":"clearing:paypoint"}                     | {"journal":1,"account":"clearing:payzone"}
            schedules_named       | a_schedule_is_of_one_party                         | {"journal":1,"account":"clearing:paypoint"}                     | {"journal":1,"account":"clearing:payzone"}
            schedules_settled_claim | a_settled_credit_pays_once               | {"journal":1,"line":1}                                          | {"journal":1,"line":2}
            payouts_payout        | a_day_is_paid_out_once                     | {"provider":"card","settled_on":"2026-11-20"}                   | {"provider":"card","settled_on":"2026-11-21"}
            payouts_payout        | a_line_is_one_payout                       | {"journal":1,"line":1}                                          | {"journal":1,"line":2}
            advices_advice        | an_advice_is_told_once                     | {"print":"\\\\x01"}                                             | {"print":"\\\\x02"}
            advices_return        | a_receipt_comes_back_by_one_return         | {"journal":1,"line":1}                                          | {"journal":1,"line":2}
            refunds_receipt       | refunds_receipt_pkey                       | {"journal":1,"line":1}                                          | {"journal":1,"line":2}
            refunds_refund        | one_refund_of_a_payment_is_sent_at_a_time  | {"payment":"ONE","state":"SENDING"}                             | {"payment":"ONE","state":"SUBMITTED"}
            refunds_refund        | a_payment_is_proposed_once                 | {"payment":"ONE","proposed_by":"system"}                        | {"payment":"ONE","proposed_by":"api:leisure"}
            refunds_refund        | a_refund_is_replaced_once                  | {"instead_of":"ONE","instead_state":"REPLACED"}                 | {"instead_of":"TWO","instead_state":"REPLACED"}
            refunds_refund        | what_was_made_elsewhere_is_asked_for_once  | {"provider":"card","elsewhere":"refund1","state":"ASKED"}       | {"provider":"card","elsewhere":"refund1","state":"DECLINED"}
            refunds_attempt       | a_providers_refund_is_one_of_ours          | {"provider":"card","provider_refund":"refund1"}                 | {"provider":"card","provider_refund":"refund2"}
            refunds_found         | found_once                                 | {"provider":"card","provider_refund":"refund1"}                 | {"provider":"card","provider_refund":"refund2"}
            disputes_dispute      | a_providers_dispute_is_one_of_ours         | {"provider":"card","number":"1"}                                | {"provider":"card","number":"2"}
            settlements_row       | paid_out_once                              | {"provider":"card","kind":"PAYMENT","number":"1"}               | {"provider":"card","kind":"REFUND","number":"1"}
            agreements_attempt    | payment_is_one_attempts                    | {"payment":"ONE"}                                               | {"payment":"TWO"}
            agreements_attempt    | instalment_is_tried_by_one_at_a_time       | {"agreement":"ONE","instalment":1}                              | {"agreement":"ONE","instalment":1,"outcome":"NOT_PAID"}
            agreements_attempt    | instalment_is_collected_once               | {"agreement":"ONE","instalment":1,"outcome":"PAID"}             | {"agreement":"ONE","instalment":1,"outcome":"TWICE"}
            webhooks_secret       | webhooks_one_present_secret                | {"webhook":"leisure"}                                           | {"webhook":"leisure","ends_at":"2026-11-20"}
            webhooks_delivery     | an_event_is_delivered_to_a_receiver_once   | {"webhook":"leisure","event":1}                                 | {"webhook":"housing","event":1}
            """)
    void whatMayBeThereOnceIsNotThereTwice(String table, String index, String row, String besides) {
        assertThat(rows.isThereBesides(table, index, row, row))
                .as("%s twice", row)
                .isFalse();
        assertThat(rows.isThereBesides(table, index, row, besides)).as(besides).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ledger_journal",
                "ledger_posting",
                "payments_payment",
                "payments_line",
                "payments_hint",
                "receipts_suspense_item",
                "suspense_item",
                "suspense_allocation",
                "suspense_allocation_line",
                "schedules_match",
                "schedules_paid",
                "schedules_credit",
                "schedules_settled",
                "advices_advice",
                "advices_return",
                "refunds_receipt",
                "refunds_refund",
                "refunds_line",
                "refunds_attempt",
                "refunds_step",
                "refunds_found",
                "disputes_dispute",
                "disputes_line",
                "disputes_step",
                "settlements_row",
                "payouts_payout",
                "counter_payment",
                "counter_card",
                "counter_reversal",
                "agreements_agreement",
                "agreements_instalment",
                "agreements_attempt",
                "approvals_request",
                "approvals_allowance",
                "approvals_stand_in",
                "audit_event"
            })
    void whatWasWrittenDownOfMoneyIsNeverDeleted(String table) {
        assertThat(may(table, "select")).isTrue();
        assertThat(may(table, "delete")).as("delete").isFalse();
        assertThat(may(table, "truncate")).as("truncate").isFalse();
    }

    /// The parts of a decision say where money went; a payment's lines, what it was for.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ledger_journal",
                "ledger_posting",
                "payments_line",
                "suspense_allocation",
                "suspense_allocation_line",
                "schedules_paid",
                "schedules_credit",
                "schedules_settled",
                "advices_advice",
                "refunds_line",
                "refunds_step",
                "refunds_found",
                "disputes_step",
                "counter_card",
                "counter_reversal",
                "approvals_allowance",
                "audit_event"
            })
    void whatIsSaidOnceIsNotSaidOtherwiseLater(String table) {
        assertThat(may(table, "insert")).isTrue();
        assertThat(rows.owner
                        .sql("select has_any_column_privilege(:role, cast(:table as regclass), 'update')")
                        .param("role", TriedRows.SCHEMA)
                        .param("table", TriedRows.SCHEMA + "." + table)
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    /// @param what a privilege of the role in which the application works
    private static boolean may(String table, String what) {
        return rows.owner
                .sql("select has_table_privilege(:role, cast(:table as regclass), :what)")
                .param("role", TriedRows.SCHEMA)
                .param("table", TriedRows.SCHEMA + "." + table)
                .param("what", what)
                .query(Boolean.class)
                .single();
    }
}
