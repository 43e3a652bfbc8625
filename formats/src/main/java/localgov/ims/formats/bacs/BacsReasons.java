package localgov.ims.formats.bacs;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import localgov.ims.formats.bacs.BacsReason.Instruction;

/// Every reason that the reports of Bacs give, by report and code.
final class BacsReasons {

    /// A report and a code of it, what Bacs calls that, what becomes of the instruction, what it means, what is to be
    /// done.
    private static final String TABLE = """
            ARUDD  | 0 | REFER TO PAYER          | STANDS | Refer to payer: the bank would not pay, mostly for want of money        | It may be collected again within a month of the first day; tell the payer five working days before.
            ARUDD  | 1 | INSTRUCTION CANCELLED   | ENDED  | The payer or the bank had cancelled the instruction                     | Collect nothing more, and agree with the payer how else to pay.
            ARUDD  | 2 | PAYER DECEASED          | ENDED  | The payer has died                                                      | Collect nothing more, and tell the service that the account belongs to.
            ARUDD  | 3 | ACCOUNT TRANSFERRED     | WAITS  | The payer’s account has moved to another bank                           | Collect nothing until the new account is known, from an ADDACS report or a new instruction, and the payer has had notice.
            ARUDD  | 4 | ADVANCE NOTICE DISPUTED | WAITS  | The payer disputes the notice of this payment                           | Collect nothing more until this is settled with the payer.
            ARUDD  | 5 | NO ACCOUNT              | ENDED  | The bank has no such account, or none that takes Direct Debits          | Check the account with the payer, and send the instruction again before anything is collected.
            ARUDD  | 6 | NO INSTRUCTION          | ENDED  | The bank holds no instruction                                           | Check the instruction with the payer, and send it again before anything is collected.
            ARUDD  | 7 | AMOUNT DIFFERS          | STANDS | The amount differs from the one that the payer was told                 | Agree the amount with the payer, and give notice of it before it is collected again.
            ARUDD  | 8 | AMOUNT NOT YET DUE      | STANDS | It was collected before the day that the payer was told                 | Collect it again on the day that the payer was told, or after new notice.
            ARUDD  | 9 | PRESENTATION OVERDUE    | STANDS | It was collected too long after the day that the payer was told         | Give the payer new notice, and collect it again.
            ARUDD  | A | SERVICE USER DIFFERS    | WAITS  | The instruction is for another service user than the one that collected | Check under which service user number the instruction was sent, and collect under that one.
            ARUDD  | B | ACCOUNT CLOSED          | ENDED  | The payer’s account is closed                                           | Collect nothing more; to go on, ask the payer for a new instruction for another account.
            AWACS  | 0 |                         | MOVED  | The account was wrong, and the bank knows the right one                 | Pay into the new account from now on.
            AWACS  | 3 |                         | MOVED  | The account has moved to another bank                                   | Pay into the new account from now on.
            ADDACS | 0 |                         | ENDED  | The bank has cancelled the instruction: refer to the payer              | Collect nothing more; to go on, ask the payer for a new instruction for another account.
            ADDACS | 1 |                         | ENDED  | The payer has cancelled the instruction                                 | Collect nothing more, and agree with the payer how else to pay.
            ADDACS | 2 |                         | ENDED  | The payer has died                                                      | Collect nothing more, and tell the service that the account belongs to.
            ADDACS | 3 |                         | MOVED  | The payer’s account has moved to another bank                           | Where the advice has the new account, take it over and send a new instruction for it (0N), and never a cancellation (0C) to the old bank. Where it has none, collect nothing until the payer has given a new instruction.
            ADDACS | B |                         | ENDED  | The payer’s account is closed                                           | Collect nothing more; to go on, ask the payer for a new instruction for another account.
            ADDACS | C |                         | MOVED  | The payer’s account has moved to another branch of its bank             | Take the new account over and go on collecting; send neither a cancellation (0C) nor a new instruction (0N).
            ADDACS | D |                         | WAITS  | The payer disputes the notice of a payment                              | Collect nothing more until this is settled with the payer.
            ADDACS | E |                         | STANDS | The instruction has been amended                                        | Take over what the advice changes, and go on collecting.
            ADDACS | R |                         | STANDS | A cancelled instruction holds again                                     | Go on collecting as before the cancellation.
            AUDDIS | 1 |                         | ENDED  | The payer has cancelled the instruction                                 | Collect nothing more, and agree with the payer how else to pay.
            AUDDIS | 2 |                         | ENDED  | The payer has died                                                      | Collect nothing more, and tell the service that the account belongs to.
            AUDDIS | 3 |                         | WAITS  | The payer’s account has moved to another bank                           | Collect nothing until the payer has given an instruction for the new account.
            AUDDIS | 5 |                         | ENDED  | The bank has no such account                                            | Put it right, with the payer where needed, and send it again.
            AUDDIS | 6 |                         | ENDED  | The bank holds no such instruction                                      | Put it right, with the payer where needed, and send it again.
            AUDDIS | B |                         | ENDED  | The payer’s account is closed                                           | Collect nothing more; to go on, ask the payer for a new instruction for another account.
            AUDDIS | C |                         | MOVED  | The payer’s account has moved to another branch of its bank             | Take the new account over; the instruction holds for it.
            AUDDIS | F |                         | ENDED  | An account of this type takes no Direct Debits                          | Collect nothing more; to go on, ask the payer for a new instruction for another account.
            AUDDIS | G |                         | ENDED  | The bank takes no Direct Debits from this account                       | Collect nothing more; to go on, ask the payer for a new instruction for another account.
            AUDDIS | H |                         | ENDED  | The instruction has expired                                             | Ask the payer for a new instruction.
            AUDDIS | I |                         | WAITS  | The reference is not the only one of its kind                           | Give the instruction a reference of its own, and send it again.
            AUDDIS | K |                         | ENDED  | The bank has cancelled the instruction                                  | Collect nothing more, and agree with the payer how else to pay.
            AUDDIS | L |                         | WAITS  | The details of the payer’s account are wrong                            | Put it right, with the payer where needed, and send it again.
            AUDDIS | M |                         | WAITS  | The council may not send this kind of record                            | Ask the council’s bank what its service user number is allowed, and send it again.
            AUDDIS | N |                         | ENDED  | The payer’s branch does not allow it                                    | Collect nothing more; to go on, ask the payer for a new instruction for another account.
            AUDDIS | O |                         | WAITS  | The reference is not a valid one                                        | Put it right, with the payer where needed, and send it again.
            AUDDIS | P |                         | WAITS  | The payer’s name is missing                                             | Put it right, with the payer where needed, and send it again.
            AUDDIS | Q |                         | WAITS  | The name of the service user is missing                                 | Put it right, with the payer where needed, and send it again.
            DDIC   | 1 |                         | STANDS | The amount or the day differs from what the payer was told              | Compare the claim with the notice that the payer was sent.
            DDIC   | 2 |                         | STANDS | The payer had no notice, or disputes the amount                         | Compare the claim with the notice that the payer was sent.
            DDIC   | 3 |                         | ENDED  | The payer’s bank had cancelled the instruction                          | Collect nothing more, and look for the ADDACS report that said so.
            DDIC   | 4 |                         | ENDED  | The payer had cancelled the instruction with the council                | Collect nothing more, and find out why collecting went on.
            DDIC   | 5 |                         | ENDED  | The bank holds no instruction, or the payer says that they gave none    | Collect nothing more, and look for the instruction.
            DDIC   | 6 |                         | ENDED  | The signature is false, or not of somebody who may sign                 | Collect nothing more, and look into how the instruction was given.
            DDIC   | 7 |                         | STANDS | The council asked for the claim after the payment had been taken        | Check that the council asked for it.
            DDIC   | 8 |                         | WAITS  | The payer does not know who collected                                   | Tell the payer under which name the council collects.
            """;

    /// @param words what Bacs calls the reason of an unpaid Direct Debit; empty where it has no name
    private record Row(BacsReport report, String words, BacsReason reason) {

        static Row of(String line) {
            var cells = List.of(line.split("\\s*\\|\\s*", 6));
            var reason = new BacsReason(cells.get(1), cells.get(4), Instruction.valueOf(cells.get(3)), cells.get(5));
            return new Row(BacsReport.valueOf(cells.get(0)), cells.get(2), reason);
        }

        /// Files may give a longer code, which the words explain.
        boolean isCalled(String said) {
            return !words.isEmpty() && said.startsWith(words);
        }
    }

    private static final Map<BacsReport, List<Row>> ALL = TABLE.lines()
            .map(Row::of)
            .collect(groupingBy(Row::report, () -> new EnumMap<>(BacsReport.class), toList()));

    private BacsReasons() {}

    /// The reason for a code or, where the code is not in the table, for the words beside it.
    static BacsReason of(BacsReport report, String written, String words) {
        var code = written.strip().toUpperCase(Locale.ROOT);
        var said = words.strip().toUpperCase(Locale.ROOT);
        return find(report, code, said)
                .map(found -> new BacsReason(code, found.meaning(), found.instruction(), found.toDo()))
                .orElseGet(() -> new BacsReason(
                        code,
                        "",
                        Instruction.WAITS,
                        "Bacs has published no such reason: ask the bank what it means and what to do."));
    }

    private static Optional<BacsReason> find(BacsReport report, String code, String said) {
        var rows = ALL.getOrDefault(report, List.of());
        return rows.stream()
                .filter(row -> row.reason.code().equals(code))
                .findFirst()
                .or(() -> rows.stream().filter(row -> row.isCalled(said)).findFirst())
                .map(Row::reason);
    }

    /// Every reason of a report, by code.
    static Map<String, BacsReason> of(BacsReport report) {
        return ALL.getOrDefault(report, List.of()).stream()
                .map(Row::reason)
                .collect(toUnmodifiableMap(BacsReason::code, reason -> reason));
    }
}
