package localgov.ims.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import localgov.ims.TriedRows;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever a room forgets, the database itself refuses one person in the place of two, whatever they sign with. Each
/// constraint is asked about a row that it must refuse and about one that it must not.
class TwoPeopleInTheDatabaseTest {
    static final TriedRows rows = new TriedRows();

    @AfterAll
    static void close() {
        rows.close();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            table               | constraint                                | refused                                                         | taken
            approvals_request   | nobody_decides_what_they_asked_for        | {"state":"APPROVED","asked_by":"ANN","decided_by":"ANN"}        | {"state":"APPROVED","asked_by":"ANN","decided_by":"BEN"}
            approvals_request   | nobody_decides_what_they_asked_for        | {"state":"DECLINED","asked_by":"ANN","decided_by":"ANN"}        | {"state":"WITHDRAWN","asked_by":"ANN","decided_by":"ANN"}
            approvals_request   | nobody_decides_what_they_asked_for        | {"state":"APPROVED","asked_by":"ANN"}                           | {"state":"ASKED","asked_by":"ANN"}
            approvals_request   | only_who_asked_withdraws                  | {"state":"WITHDRAWN","asked_by":"ANN","decided_by":"BEN"}       | {"state":"WITHDRAWN","asked_by":"ANN","decided_by":"ANN"}
            approvals_request   | nobody_stands_in_for_who_asked            | {"asked_by":"ANN","decided_by":"BEN","instead_of":"ANN"}        | {"asked_by":"ANN","decided_by":"BEN"}
            approvals_request   | nobody_stands_in_for_who_asked            | {"asked_by":"ANN","decided_by":"BEN","instead_of":"BEN"}        | {"asked_by":"ANN","decided_by":"BEN"}
            approvals_stand_in  | nobody_stands_in_for_themselves           | {"approver":"ANN","stand_in":"ANN"}                             | {"approver":"ANN","stand_in":"BEN"}
            settings_change     | settings_change_has_two_people            | {"who":"ann","approved_by":"ann"}                               | {"who":"ann","approved_by":"ben"}
            settings_change     | settings_change_has_two_people            | {"person":"ANN","who":"ann","approved_person":"ANN","approved_by":"was ann"} | {"person":"ANN","who":"ann","approved_person":"BEN","approved_by":"ben"}
            settings_change     | both_who_changed_it_are_known             | {"who":"ann","approved_by":"was ann"} | {"who":"ann"}
            ledger_journal      | nobody_approves_their_own                 | {"entered_by":"ann","approved_by":"ann"}                        | {"entered_by":"ann","approved_by":"ben"}
            ledger_journal      | nobody_approves_their_own                 | {"entered_person":"ANN","entered_by":"ann","approved_person":"ANN","approved_by":"was ann"} | {"entered_person":"ANN","entered_by":"ann","approved_person":"BEN","approved_by":"ben"}
            ledger_journal      | both_who_wrote_it_are_known               | {"entered_by":"ann","approved_by":"was ann"} | {"entered_by":"ann"}
            counter_reversal    | nobody_approves_their_own_reversal        | {"asked_by":"ann","approved_by":"ann"}                          | {"asked_by":"ann","approved_by":"ben"}
            counter_reversal    | nobody_approves_their_own_reversal        | {"asked_person":"ANN","asked_by":"ann","approved_person":"ANN","approved_by":"was ann"} | {"asked_person":"ANN","asked_by":"ann","approved_person":"BEN","approved_by":"ben"}
            counter_reversal    | both_who_took_it_back_are_known           | {"asked_by":"ann","approved_by":"was ann"} | {"asked_by":"ann"}
            refunds_refund      | nobody_approves_their_own_refund          | {"asked_person":"ANN","approved_person":"ANN","asked_by":"ann","approved_by":"was ann"} | {"asked_person":"ANN","approved_person":"BEN","asked_by":"ann","approved_by":"ben"}
            refunds_refund      | nobody_approves_their_own_refund          | {"asked_by":"ann","approved_by":"ann"}                          | {"asked_by":"ann"}
            refunds_refund      | only_a_proposal_was_asked_for_by_nobody   | {"state":"APPROVED","proposed_by":"system"}                     | {"state":"PROPOSED","proposed_by":"system"}
            refunds_refund      | nothing_leaves_that_was_not_approved      | {"state":"SENDING"}                                             | {"state":"ASKED"}
            people_grant        | nobody_approves_their_own_grant           | {"granted_by":"ann","approved_by":"ann"}                        | {"granted_by":"ann","approved_by":"ben"}
            people_grant        | nobody_approves_their_own_grant           | {"granted_person":"ANN","granted_by":"ann","approved_person":"ANN","approved_by":"was ann"} | {"granted_person":"ANN","granted_by":"ann","approved_person":"BEN","approved_by":"ben"}
            people_grant        | nobody_decides_what_they_receive          | {"person":"ANN","granted_person":"ANN"} | {"person":"ANN","granted_person":"BEN"}
            people_grant        | nobody_decides_what_they_receive          | {"person":"ANN","approved_person":"ANN"} | {"person":"ANN","approved_person":"BEN"}
            people_grant        | nobody_grants_alone                       | {"granted_by":"ann"}                                            | {"granted_person":"ANN","granted_by":"ann","approved_person":"BEN","approved_by":"ben"}
            people_grant        | nobody_grants_alone                       | {"granted_by":"ann","approved_by":"was ann"} | {"granted_by":"system"}
            people_grant        | only_a_group_gives_without_two_people     | {"granted_by":"directory"}                                      | {"granted_by":"directory","group_role":"ANN"}
            people_api_key      | nobody_approves_their_own_key             | {"created_by":"ann","approved_by":"ann"}                        | {"created_by":"ann","approved_by":"ben"}
            people_api_key      | nobody_approves_their_own_key             | {"created_person":"ANN","created_by":"ann","approved_person":"ANN","approved_by":"was ann"} | {"created_person":"ANN","created_by":"ann","approved_person":"BEN","approved_by":"ben"}
            people_api_key      | no_key_opens_on_one_persons_word          | {"active":true,"created_by":"ann"}                              | {"active":true,"created_person":"ANN","created_by":"ann","approved_person":"BEN","approved_by":"ben"}
            people_api_key      | no_key_opens_on_one_persons_word          | {"active":true,"created_by":"ann","approved_by":"was ann"} | {"active":true,"created_by":"system"}
            people_group_role   | nobody_gives_a_group_a_role_alone         | {"asked_by":"ann","approved_by":"ann"}                          | {"asked_person":"ANN","asked_by":"ann","approved_person":"BEN","approved_by":"ben"}
            people_group_role   | nobody_gives_a_group_a_role_alone         | {"asked_person":"ANN","asked_by":"ann","approved_person":"ANN","approved_by":"was ann"} | {"asked_person":"ANN","asked_by":"ann","approved_person":"BEN","approved_by":"ben"}
            people_group_role   | nobody_gives_a_group_a_role_alone         | {"asked_person":"ANN","approved_person":"BEN","instead_person":"ANN"} | {"asked_person":"ANN","approved_person":"BEN"}
            directory_alert     | nobody_dismisses_the_alert_about_themselves | {"email":"ann","seen_by":"ann"}                               | {"email":"ann","seen_by":"ben"}
            """)
    void onePersonIsRefusedAndTwoAreTaken(String table, String constraint, String refused, String taken) {
        assertThat(rows.takes(table, constraint, refused)).as(refused).isFalse();
        assertThat(rows.takes(table, constraint, taken)).as(taken).isTrue();
    }

    @Test
    void whoeverSaysNothingOfASecondPersonIsNotTakenForTwo() {
        assertThat(rows.takes("people_grant", "nobody_grants_alone", "{\"granted_by\":\"system\"}"))
                .isTrue();
        assertThat(rows.takes(
                        "people_api_key",
                        "no_key_opens_on_one_persons_word",
                        "{\"active\":false,\"created_by\":\"ann\"}"))
                .isTrue();
    }
}
