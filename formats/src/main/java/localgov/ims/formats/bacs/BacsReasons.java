package localgov.ims.formats.bacs;

import static localgov.ims.formats.bacs.BacsReason.Instruction.ENDED;
import static localgov.ims.formats.bacs.BacsReason.Instruction.MOVED;
import static localgov.ims.formats.bacs.BacsReason.Instruction.STANDS;
import static localgov.ims.formats.bacs.BacsReason.Instruction.WAITS;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import localgov.ims.formats.bacs.BacsReason.Instruction;
import org.jspecify.annotations.Nullable;

/// Every reason that the reports of Bacs give, by report and code.
final class BacsReasons {

    private static final String OTHER_WAY = "Collect nothing more, and agree with the payer how else to pay.";
    private static final String TELL_SERVICE =
            "Collect nothing more, and tell the service that the account belongs to.";
    private static final String NEW_INSTRUCTION =
            "Collect nothing more; to go on, ask the payer for a new instruction for another account.";
    private static final String CHECK_AND_SEND = "Put it right, with the payer where needed, and send it again.";
    private static final String SETTLE = "Collect nothing more until this is settled with the payer.";
    private static final String COMPARE = "Compare the claim with the notice that the payer was sent.";

    private static final Map<BacsReport, Map<String, BacsReason>> ALL = new EnumMap<>(BacsReport.class);
    /// What Bacs calls the reasons of unpaid Direct Debits: files may give a longer code, which the words explain.
    private static final Map<String, String> UNPAID_BY_WORDS = new LinkedHashMap<>();

    static {
        unpaid(
                "0",
                "REFER TO PAYER",
                "Refer to payer: the bank would not pay, mostly for want of money",
                STANDS,
                "It may be collected again within a month of the first day; tell the payer five working days before.");
        unpaid("1", "INSTRUCTION CANCELLED", "The payer or the bank had cancelled the instruction", ENDED, OTHER_WAY);
        unpaid("2", "PAYER DECEASED", "The payer has died", ENDED, TELL_SERVICE);
        unpaid(
                "3",
                "ACCOUNT TRANSFERRED",
                "The payer’s account has moved to another bank",
                WAITS,
                "Collect nothing until the new account is known, from an ADDACS report or a new instruction, and the "
                        + "payer has had notice.");
        unpaid("4", "ADVANCE NOTICE DISPUTED", "The payer disputes the notice of this payment", WAITS, SETTLE);
        unpaid(
                "5",
                "NO ACCOUNT",
                "The bank has no such account, or none that takes Direct Debits",
                ENDED,
                "Check the account with the payer, and send the instruction again before anything is collected.");
        unpaid(
                "6",
                "NO INSTRUCTION",
                "The bank holds no instruction",
                ENDED,
                "Check the instruction with the payer, and send it again before anything is collected.");
        unpaid(
                "7",
                "AMOUNT DIFFERS",
                "The amount differs from the one that the payer was told",
                STANDS,
                "Agree the amount with the payer, and give notice of it before it is collected again.");
        unpaid(
                "8",
                "AMOUNT NOT YET DUE",
                "It was collected before the day that the payer was told",
                STANDS,
                "Collect it again on the day that the payer was told, or after new notice.");
        unpaid(
                "9",
                "PRESENTATION OVERDUE",
                "It was collected too long after the day that the payer was told",
                STANDS,
                "Give the payer new notice, and collect it again.");
        unpaid(
                "A",
                "SERVICE USER DIFFERS",
                "The instruction is for another service user than the one that collected",
                WAITS,
                "Check under which service user number the instruction was sent, and collect under that one.");
        unpaid("B", "ACCOUNT CLOSED", "The payer’s account is closed", ENDED, NEW_INSTRUCTION);
        changed();
        returned();
        var invalid = "Pay into the new account from now on.";
        add(BacsReport.AWACS, "0", "The account was wrong, and the bank knows the right one", MOVED, invalid);
        add(BacsReport.AWACS, "3", "The account has moved to another bank", MOVED, invalid);
        claimed();
    }

    private BacsReasons() {}

    /// The reason for a code or, where the code is not in the table, for the words beside it.
    static BacsReason of(BacsReport report, String written, String words) {
        var code = written.strip().toUpperCase(Locale.ROOT);
        var found = find(report, code, words);
        return found == null
                ? new BacsReason(
                        code,
                        "",
                        WAITS,
                        "Bacs has published no such reason: ask the bank what it means and what to do.")
                : new BacsReason(code, found.meaning(), found.instruction(), found.toDo());
    }

    private static @Nullable BacsReason find(BacsReport report, String code, String words) {
        var table = ALL.getOrDefault(report, Map.of());
        var found = table.get(code);
        if (found == null && report == BacsReport.ARUDD) {
            var upper = words.strip().toUpperCase(Locale.ROOT);
            for (var entry : UNPAID_BY_WORDS.entrySet()) {
                if (upper.startsWith(entry.getKey())) {
                    return table.get(entry.getValue());
                }
            }
        }
        return found;
    }

    /// Every reason of a report, by code.
    static Map<String, BacsReason> of(BacsReport report) {
        return Map.copyOf(ALL.getOrDefault(report, Map.of()));
    }

    private static void changed() {
        var r = BacsReport.ADDACS;
        add(r, "0", "The bank has cancelled the instruction: refer to the payer", ENDED, NEW_INSTRUCTION);
        add(r, "1", "The payer has cancelled the instruction", ENDED, OTHER_WAY);
        add(r, "2", "The payer has died", ENDED, TELL_SERVICE);
        add(
                r,
                "3",
                "The payer’s account has moved to another bank",
                MOVED,
                "Where the advice has the new account, take it over and send a new instruction for it (0N), and never a "
                        + "cancellation (0C) to the old bank. Where it has none, collect nothing until the payer has "
                        + "given a new instruction.");
        add(r, "B", "The payer’s account is closed", ENDED, NEW_INSTRUCTION);
        add(
                r,
                "C",
                "The payer’s account has moved to another branch of its bank",
                MOVED,
                "Take the new account over and go on collecting; send neither a cancellation (0C) nor a new instruction (0N).");
        add(r, "D", "The payer disputes the notice of a payment", WAITS, SETTLE);
        add(
                r,
                "E",
                "The instruction has been amended",
                STANDS,
                "Take over what the advice changes, and go on collecting.");
        add(r, "R", "A cancelled instruction holds again", STANDS, "Go on collecting as before the cancellation.");
    }

    private static void returned() {
        var r = BacsReport.AUDDIS;
        add(r, "1", "The payer has cancelled the instruction", ENDED, OTHER_WAY);
        add(r, "2", "The payer has died", ENDED, TELL_SERVICE);
        add(
                r,
                "3",
                "The payer’s account has moved to another bank",
                WAITS,
                "Collect nothing until the payer has given an instruction for the new account.");
        add(r, "5", "The bank has no such account", ENDED, CHECK_AND_SEND);
        add(r, "6", "The bank holds no such instruction", ENDED, CHECK_AND_SEND);
        add(r, "B", "The payer’s account is closed", ENDED, NEW_INSTRUCTION);
        add(
                r,
                "C",
                "The payer’s account has moved to another branch of its bank",
                MOVED,
                "Take the new account over; the instruction holds for it.");
        add(r, "F", "An account of this type takes no Direct Debits", ENDED, NEW_INSTRUCTION);
        add(r, "G", "The bank takes no Direct Debits from this account", ENDED, NEW_INSTRUCTION);
        add(r, "H", "The instruction has expired", ENDED, "Ask the payer for a new instruction.");
        add(
                r,
                "I",
                "The reference is not the only one of its kind",
                WAITS,
                "Give the instruction a reference of its own, and send it again.");
        add(r, "K", "The bank has cancelled the instruction", ENDED, OTHER_WAY);
        add(r, "L", "The details of the payer’s account are wrong", WAITS, CHECK_AND_SEND);
        add(
                r,
                "M",
                "The council may not send this kind of record",
                WAITS,
                "Ask the council’s bank what its service user number is allowed, and send it again.");
        add(r, "N", "The payer’s branch does not allow it", ENDED, NEW_INSTRUCTION);
        add(r, "O", "The reference is not a valid one", WAITS, CHECK_AND_SEND);
        add(r, "P", "The payer’s name is missing", WAITS, CHECK_AND_SEND);
        add(r, "Q", "The name of the service user is missing", WAITS, CHECK_AND_SEND);
    }

    private static void claimed() {
        var r = BacsReport.DDIC;
        add(r, "1", "The amount or the day differs from what the payer was told", STANDS, COMPARE);
        add(r, "2", "The payer had no notice, or disputes the amount", STANDS, COMPARE);
        add(
                r,
                "3",
                "The payer’s bank had cancelled the instruction",
                ENDED,
                "Collect nothing more, and look for the ADDACS report that said so.");
        add(
                r,
                "4",
                "The payer had cancelled the instruction with the council",
                ENDED,
                "Collect nothing more, and find out why collecting went on.");
        add(
                r,
                "5",
                "The bank holds no instruction, or the payer says that they gave none",
                ENDED,
                "Collect nothing more, and look for the instruction.");
        add(
                r,
                "6",
                "The signature is false, or not of somebody who may sign",
                ENDED,
                "Collect nothing more, and look into how the instruction was given.");
        add(
                r,
                "7",
                "The council asked for the claim after the payment had been taken",
                STANDS,
                "Check that the council asked for it.");
        add(
                r,
                "8",
                "The payer does not know who collected",
                WAITS,
                "Tell the payer under which name the council collects.");
    }

    private static void unpaid(String code, String words, String meaning, Instruction instruction, String toDo) {
        UNPAID_BY_WORDS.put(words, code);
        add(BacsReport.ARUDD, code, meaning, instruction, toDo);
    }

    private static void add(BacsReport report, String code, String meaning, Instruction instruction, String toDo) {
        ALL.computeIfAbsent(report, _ -> new LinkedHashMap<>())
                .put(code, new BacsReason(code, meaning, instruction, toDo));
    }
}
