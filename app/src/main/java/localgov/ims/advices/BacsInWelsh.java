package localgov.ims.advices;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is kept of a report in English, as Bacs publishes it, in Welsh: why something came back, and what is to be done
/// about it.
final class BacsInWelsh {

    private static final Map<String, String> SENTENCES =
            """
            Refer to payer: the bank would not pay, mostly for want of money | Cyfeirio at y talwr: ni fynnai’r banc dalu, gan amlaf am nad oedd digon o arian
            The payer or the bank had cancelled the instruction | Roedd y talwr neu’r banc wedi canslo’r cyfarwyddyd
            The payer has died | Mae’r talwr wedi marw
            The payer’s account has moved to another bank | Mae cyfrif y talwr wedi symud i fanc arall
            The payer disputes the notice of this payment | Mae’r talwr yn herio’r rhybudd o’r taliad hwn
            The bank has no such account, or none that takes Direct Debits | Nid oes gan y banc gyfrif o’r fath, neu un sy’n derbyn Debydau Uniongyrchol
            The bank holds no instruction | Nid oes gan y banc gyfarwyddyd
            The amount differs from the one that the payer was told | Mae’r swm yn wahanol i’r un a ddywedwyd wrth y talwr
            It was collected before the day that the payer was told | Fe’i casglwyd cyn y diwrnod a ddywedwyd wrth y talwr
            It was collected too long after the day that the payer was told | Fe’i casglwyd yn rhy hir ar ôl y diwrnod a ddywedwyd wrth y talwr
            The instruction is for another service user than the one that collected | Mae’r cyfarwyddyd i ddefnyddiwr gwasanaeth gwahanol i’r un a gasglodd
            The payer’s account is closed | Mae cyfrif y talwr wedi’i gau
            The account was wrong, and the bank knows the right one | Roedd y cyfrif yn anghywir, ac mae’r banc yn gwybod yr un cywir
            The account has moved to another bank | Mae’r cyfrif wedi symud i fanc arall
            The bank has cancelled the instruction: refer to the payer | Mae’r banc wedi canslo’r cyfarwyddyd: cyfeirio at y talwr
            The payer has cancelled the instruction | Mae’r talwr wedi canslo’r cyfarwyddyd
            The payer’s account has moved to another branch of its bank | Mae cyfrif y talwr wedi symud i gangen arall o’i fanc
            The payer disputes the notice of a payment | Mae’r talwr yn herio’r rhybudd o daliad
            The instruction has been amended | Mae’r cyfarwyddyd wedi’i ddiwygio
            A cancelled instruction holds again | Mae cyfarwyddyd a ganslwyd yn ddilys eto
            The bank has no such account | Nid oes gan y banc gyfrif o’r fath
            The bank holds no such instruction | Nid oes gan y banc gyfarwyddyd o’r fath
            An account of this type takes no Direct Debits | Nid yw cyfrif o’r math hwn yn derbyn Debydau Uniongyrchol
            The bank takes no Direct Debits from this account | Nid yw’r banc yn derbyn Debydau Uniongyrchol o’r cyfrif hwn
            The instruction has expired | Mae’r cyfarwyddyd wedi dod i ben
            The reference is not the only one of its kind | Nid y cyfeirnod hwn yw’r unig un o’i fath
            The bank has cancelled the instruction | Mae’r banc wedi canslo’r cyfarwyddyd
            The details of the payer’s account are wrong | Mae manylion cyfrif y talwr yn anghywir
            The council may not send this kind of record | Ni chaiff y cyngor anfon y math hwn o gofnod
            The payer’s branch does not allow it | Nid yw cangen y talwr yn ei ganiatáu
            The reference is not a valid one | Nid yw’r cyfeirnod yn ddilys
            The payer’s name is missing | Mae enw’r talwr ar goll
            The name of the service user is missing | Mae enw’r defnyddiwr gwasanaeth ar goll
            The amount or the day differs from what the payer was told | Mae’r swm neu’r diwrnod yn wahanol i’r hyn a ddywedwyd wrth y talwr
            The payer had no notice, or disputes the amount | Ni chafodd y talwr rybudd, neu mae’n herio’r swm
            The payer’s bank had cancelled the instruction | Roedd banc y talwr wedi canslo’r cyfarwyddyd
            The payer had cancelled the instruction with the council | Roedd y talwr wedi canslo’r cyfarwyddyd gyda’r cyngor
            The bank holds no instruction, or the payer says that they gave none | Nid oes gan y banc gyfarwyddyd, neu mae’r talwr yn dweud na roddodd un
            The signature is false, or not of somebody who may sign | Mae’r llofnod yn ffug, neu’n perthyn i rywun na chaiff lofnodi
            The council asked for the claim after the payment had been taken | Gofynnodd y cyngor am yr hawliad ar ôl i’r taliad gael ei gymryd
            The payer does not know who collected | Nid yw’r talwr yn gwybod pwy gasglodd
            It may be collected again within a month of the first day; tell the payer five working days before. | Gellir ei gasglu eto o fewn mis i’r diwrnod cyntaf; rhowch wybod i’r talwr bum diwrnod gwaith ymlaen llaw.
            Collect nothing more, and agree with the payer how else to pay. | Peidiwch â chasglu dim mwy, a chytunwch â’r talwr ar ffordd arall o dalu.
            Collect nothing more, and tell the service that the account belongs to. | Peidiwch â chasglu dim mwy, a rhowch wybod i’r gwasanaeth y mae’r cyfrif yn perthyn iddo.
            Collect nothing until the new account is known, from an ADDACS report or a new instruction, and the payer has had notice. | Peidiwch â chasglu dim nes bod y cyfrif newydd yn hysbys, o adroddiad ADDACS neu gyfarwyddyd newydd, a’r talwr wedi cael rhybudd.
            Collect nothing more until this is settled with the payer. | Peidiwch â chasglu dim mwy nes bod hyn wedi’i setlo â’r talwr.
            Check the account with the payer, and send the instruction again before anything is collected. | Gwiriwch y cyfrif gyda’r talwr, ac anfonwch y cyfarwyddyd eto cyn casglu dim.
            Check the instruction with the payer, and send it again before anything is collected. | Gwiriwch y cyfarwyddyd gyda’r talwr, ac anfonwch ef eto cyn casglu dim.
            Agree the amount with the payer, and give notice of it before it is collected again. | Cytunwch ar y swm gyda’r talwr, a rhowch rybudd ohono cyn ei gasglu eto.
            Collect it again on the day that the payer was told, or after new notice. | Casglwch ef eto ar y diwrnod a ddywedwyd wrth y talwr, neu ar ôl rhybudd newydd.
            Give the payer new notice, and collect it again. | Rhowch rybudd newydd i’r talwr, a chasglwch ef eto.
            Check under which service user number the instruction was sent, and collect under that one. | Gwiriwch o dan ba rif defnyddiwr gwasanaeth yr anfonwyd y cyfarwyddyd, a chasglwch o dan hwnnw.
            Collect nothing more; to go on, ask the payer for a new instruction for another account. | Peidiwch â chasglu dim mwy; i barhau, gofynnwch i’r talwr am gyfarwyddyd newydd ar gyfer cyfrif arall.
            Pay into the new account from now on. | Talwch i’r cyfrif newydd o hyn ymlaen.
            Where the advice has the new account, take it over and send a new instruction for it (0N), and never a cancellation (0C) to the old bank. Where it has none, collect nothing until the payer has given a new instruction. | Os yw’r hysbysiad yn rhoi’r cyfrif newydd, cymerwch ef drosodd ac anfonwch gyfarwyddyd newydd ar ei gyfer (0N), a pheidiwch byth ag anfon canslad (0C) i’r hen fanc. Os nad yw, peidiwch â chasglu dim nes bod y talwr wedi rhoi cyfarwyddyd newydd.
            Take the new account over and go on collecting; send neither a cancellation (0C) nor a new instruction (0N). | Cymerwch y cyfrif newydd drosodd a daliwch i gasglu; peidiwch ag anfon canslad (0C) na chyfarwyddyd newydd (0N).
            Take over what the advice changes, and go on collecting. | Cymerwch drosodd yr hyn y mae’r hysbysiad yn ei newid, a daliwch i gasglu.
            Go on collecting as before the cancellation. | Daliwch i gasglu fel cyn y canslo.
            Collect nothing until the payer has given an instruction for the new account. | Peidiwch â chasglu dim nes bod y talwr wedi rhoi cyfarwyddyd ar gyfer y cyfrif newydd.
            Put it right, with the payer where needed, and send it again. | Cywirwch ef, gyda’r talwr lle bo angen, ac anfonwch ef eto.
            Take the new account over; the instruction holds for it. | Cymerwch y cyfrif newydd drosodd; mae’r cyfarwyddyd yn ddilys ar ei gyfer.
            Ask the payer for a new instruction. | Gofynnwch i’r talwr am gyfarwyddyd newydd.
            Give the instruction a reference of its own, and send it again. | Rhowch ei gyfeirnod ei hun i’r cyfarwyddyd, ac anfonwch ef eto.
            Ask the council’s bank what its service user number is allowed, and send it again. | Gofynnwch i fanc y cyngor beth a ganiateir i’w rif defnyddiwr gwasanaeth, ac anfonwch ef eto.
            Compare the claim with the notice that the payer was sent. | Cymharwch yr hawliad â’r rhybudd a anfonwyd at y talwr.
            Collect nothing more, and look for the ADDACS report that said so. | Peidiwch â chasglu dim mwy, a chwiliwch am yr adroddiad ADDACS a ddywedodd hynny.
            Collect nothing more, and find out why collecting went on. | Peidiwch â chasglu dim mwy, a chanfyddwch pam y parhaodd y casglu.
            Collect nothing more, and look for the instruction. | Peidiwch â chasglu dim mwy, a chwiliwch am y cyfarwyddyd.
            Collect nothing more, and look into how the instruction was given. | Peidiwch â chasglu dim mwy, ac edrychwch sut y rhoddwyd y cyfarwyddyd.
            Check that the council asked for it. | Gwiriwch fod y cyngor wedi gofyn amdano.
            Tell the payer under which name the council collects. | Dywedwch wrth y talwr o dan ba enw y mae’r cyngor yn casglu.
            Bacs has published no such reason: ask the bank what it means and what to do. | Nid yw Bacs wedi cyhoeddi rheswm o’r fath: gofynnwch i’r banc beth mae’n ei olygu a beth i’w wneud.
            The amount was not paid: make what it had paid unpaid again. | Ni thalwyd y swm: gwnewch yr hyn yr oedd wedi’i dalu yn ddi-dâl eto.
            The bank takes the amount back under the Direct Debit Guarantee: make what it had paid unpaid again, or challenge the claim. | Mae’r banc yn cymryd y swm yn ôl o dan y Warant Debyd Uniongyrchol: gwnewch yr hyn yr oedd wedi’i dalu yn ddi-dâl eto, neu heriwch yr hawliad.
            The bank withdraws its claim: what it took for it comes back. | Mae’r banc yn tynnu ei hawliad yn ôl: daw’r hyn a gymerodd amdano yn ôl.
            """.lines().map(line -> line.split(" \\| ", 2)).collect(toUnmodifiableMap(row -> row[0], row -> row[1]));

    private static final List<String> LONGEST_FIRST = SENTENCES.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();

    private BacsInWelsh() {}

    /// The same in Welsh, one sentence or several behind each other; nothing when a part of it is not known.
    static Optional<String> of(String english) {
        var welsh = SENTENCES.get(english);
        if (welsh != null) {
            return Optional.of(welsh);
        }
        return LONGEST_FIRST.stream()
                .filter(first -> english.startsWith(first + " "))
                .findFirst()
                .flatMap(first ->
                        of(english.substring(first.length() + 1)).map(rest -> SENTENCES.get(first) + " " + rest));
    }
}
