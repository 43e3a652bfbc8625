package localgov.ims.imports;

import localgov.ims.formats.profiles.ProfileFault;
import localgov.ims.formats.profiles.ProfileRule;
import localgov.ims.settings.Phrase;

/// What is wrong with a description of files, in both languages. The names of properties and of what they may be are
/// those of the definition in either.
final class DescriptionFaults {
    private DescriptionFaults() {}

    static Phrase of(ProfileFault fault) {
        return Phrase.both(fault.problem(), fault.filled(welsh(fault.rule())));
    }

    private static String welsh(ProfileRule rule) {
        return switch (rule) {
            case CHECK_NAME -> "Llythrennau bach, digidau a chysylltnodau sydd mewn enw gwiriad.";
            case REVERSAL_MISSING -> "Dywedwch pa resi sy’n dadwneud un arall: reversal.";
            case REASON_MISSING -> "Dywedwch pam yr anwybyddir y rhesi hyn.";
            case BALANCE_NAME_MISSING -> "Dywedwch beth yw enw’r balans.";
            case VALUE_NAME -> "Llythrennau bach, digidau a thanlinellau sydd mewn enw gwerth.";
            case LANGUAGE -> "Nid yw’r fersiwn hon o iaith proffiliau yn hysbys.";
            case CODE -> "Llythrennau bach, digidau a chysylltnodau sydd mewn cod.";
            case MONEY_MISSING -> "Dywedwch ble mae arian y cofnodion: bank, agent neu advice.";
            case VERSION -> "Cyfrifir fersiynau o 1 ymlaen.";
            case NAME -> "Mae gan yr enw rhwng 1 a 100 o nodau.";
            case NO_ENTRY -> "Rhaid bod math o res sy’n gofnod: line.";
            case TAKES_EVERY_ROW -> "Heb amod mae hwn yn cymryd pob rhes, felly ni ddaw’r un i’r mathau ar ei ôl.";
            case DELIMITER -> "Un nod yw’r gwahanydd, nad yw’n llythyren, yn ddigid nac yn ddiwedd llinell.";
            case QUOTE -> "Un nod heblaw’r gwahanydd yw’r dyfynnod, neu ddim byd.";
            case COLUMNS_BESIDE_HEADINGS -> "Lle mae penawdau, hwy sy’n dweud faint o golofnau sydd.";
            case COLUMN -> "Rhif o 1 ymlaen yw colofn, neu lythrennau fel mewn taenlen.";
            case COLUMN_IN_FIXED_WIDTH -> "Nid oes colofnau mewn ffeil o led sefydlog: defnyddiwch from a to.";
            case LETTERED_COLUMN -> "Dim ond colofnau taenlen sydd â llythrennau.";
            case HEADING_EMPTY -> "Mae’r pennawd yn wag.";
            case NO_HEADINGS -> "Mae’r siâp yn dweud nad oes penawdau.";
            case POSITIONS -> "Cyfrifir safleoedd o 1 ymlaen, ac nid yw’r olaf cyn y cyntaf.";
            case POSITIONS_OUTSIDE_FIXED_WIDTH ->
                "Dim ond mewn ffeil o led sefydlog y mae safleoedd: defnyddiwch column neu heading.";
            case HEADER_VALUE_MISSING -> "Nid oes pennyn yn rhoi gwerth o’r enw hwn.";
            case NOTHING_TO_JOIN -> "Nid oes dim i’w uno.";
            case NOTHING_TO_CHOOSE -> "Nid oes dim i ddewis ohono.";
            case CHARACTERS -> "Cyfrifir nodau o 1 ymlaen, ac nid yw’r olaf cyn y cyntaf.";
            case SEARCH_EMPTY -> "Rhaid i’r hyn y chwilir amdano mewn testun beidio â bod yn wag.";
            case NO_CONDITION -> "Nid oes amod ynddo.";
            case ROW -> "Cyfrifir rhesi o 1 ymlaen.";
            case ONE_TEST ->
                "Rhaid cael un prawf yn union: is, one_of, starts_with, ends_with, contains, empty, digits neu amount.";
            case SIGN ->
                "Naill ai mae’r arwydd yr un fath bob tro, neu mae credit a debit yn rhestru’r testunau sy’n ei ddweud.";
            case FORMAT_MISSING -> "Rhaid cael fformat.";
            case FORMAT -> "Nid fformat diwrnod yw hwn; mae dd/MM/yyyy yn un.";
            case WHOLE_NUMBER -> "Rhaid i hwn fod yn rhif cyfan.";
            case TRUE_OR_FALSE -> "Rhaid i hwn fod yn true neu’n false.";
            case TEXT -> "Rhaid i hwn fod yn destun.";
            case OBJECT -> "Rhaid i hwn fod yn wrthrych.";
            case MISSING -> "Mae hwn ar goll.";
            case PIECES -> "Mae mwy na {0} o ddarnau.";
            case RANGE -> "Rhaid i hwn fod yn rhif o {0} i {1}.";
            case LONGEST -> "Mae gan broffil {0} o nodau ar y mwyaf.";
            case NOT_JSON ->
                "Nid JSON yw hwn ar linell {0}, colofn {1}: mae coma, dyfynnod neu gromfach ar goll neu’n ormod, neu mae enw yno ddwywaith.";
            case LONGEST_TEXT -> "Mae’r testun hwn yn hwy na {0} o nodau.";
            case ONE_OF -> "Rhaid i hwn fod yn un o’r rhain: {0}.";
            case LIST -> "Rhaid i hwn fod yn rhestr o {0} ar y mwyaf.";
            case MAP -> "Rhaid i hwn fod yn wrthrych â {0} o enwau ar y mwyaf.";
            case WITH_ONE_OF -> "Rhaid i hwn fod yn wrthrych ag un o’r rhain: {0}.";
            case NOTHING_BUT_ONE_OF -> "Rhaid i hwn fod yn wrthrych heb ddim ond un o’r rhain: {0}.";
            case NOT_KNOWN -> "Nid yw hwn yn hysbys; dyma’r rhai hysbys: {0}.";
        };
    }
}
