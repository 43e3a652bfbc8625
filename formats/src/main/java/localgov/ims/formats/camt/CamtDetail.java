package localgov.ims.formats.camt;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import localgov.ims.formats.Direction;
import localgov.ims.formats.Part;
import localgov.ims.formats.Returned;
import localgov.ims.formats.UnreadableFile;
import localgov.ims.formats.reading.AccountNames;
import localgov.ims.formats.reading.Amount;
import localgov.ims.formats.reading.Xml;
import org.jspecify.annotations.Nullable;

/// Reads one `TxDtls` of a camt entry: one payment.
final class CamtDetail {

    /// Who is asked for: the one who paid or the one who was paid.
    enum Side {
        DEBTOR,
        CREDITOR
    }

    private static final class Party {
        String name = "";
        String number = "";
        String sortCode = "";
    }

    private static final String NOT_PROVIDED = "NOTPROVIDED";

    private final Xml xml;
    private final Party debtor = new Party();
    private final Party creditor = new Party();
    private String amount = "";
    private String currency = "";
    private String direction = "";
    private String bankReference = "";
    private String endToEnd = "";
    private boolean cameBack;
    private String reason = "";
    private String reasonText = "";
    private final List<String> structured = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();

    CamtDetail(Xml xml) throws IOException, UnreadableFile {
        this.xml = xml;
        xml.eachChild(this::field);
    }

    private void field(String name) throws IOException, UnreadableFile {
        switch (name) {
            case "Refs" -> xml.eachChild(this::reference);
            case "Amt" -> amount();
            case "CdtDbtInd" -> direction = xml.text();
            case "AmtDtls" ->
                xml.eachChild(child -> {
                    if (child.equals("TxAmt") && amount.isEmpty()) {
                        xml.eachChild(inner -> {
                            if (inner.equals("Amt")) {
                                amount();
                            }
                        });
                    }
                });
            case "RltdPties" -> xml.eachChild(this::party);
            case "RltdAgts" -> xml.eachChild(this::agent);
            case "RmtInf" -> xml.eachChild(this::remittance);
            case "RtrInf" -> {
                cameBack = true;
                xml.eachChild(this::whyReturned);
            }
            case "AddtlTxInf" -> texts.add(xml.text());
            default -> {}
        }
    }

    private void amount() throws IOException, UnreadableFile {
        currency = xml.attribute("Ccy");
        amount = xml.text();
    }

    private void reference(String name) throws IOException, UnreadableFile {
        if (name.equals("EndToEndId")) {
            endToEnd = xml.text();
        } else if (name.equals("AcctSvcrRef")) {
            bankReference = xml.text();
        }
    }

    private void party(String name) throws IOException, UnreadableFile {
        switch (name) {
            case "Dbtr" -> xml.eachChild(child -> name(child, debtor));
            case "Cdtr" -> xml.eachChild(child -> name(child, creditor));
            case "UltmtDbtr", "UltmtCdtr" -> {
                var ultimate = new Party();
                xml.eachChild(child -> name(child, ultimate));
                texts.add(ultimate.name);
            }
            case "DbtrAcct" -> xml.eachChild(child -> number(child, debtor));
            case "CdtrAcct" -> xml.eachChild(child -> number(child, creditor));
            default -> {}
        }
    }

    /// The name stands in the party itself, and from version .08 in a person or an institution inside it.
    private void name(String child, Party party) throws IOException, UnreadableFile {
        switch (child) {
            case "Nm" -> party.name = xml.text();
            case "Pty", "Agt", "FinInstnId" -> xml.eachChild(inner -> name(inner, party));
            default -> {}
        }
    }

    private void number(String child, Party party) throws IOException, UnreadableFile {
        switch (child) {
            case "Id" ->
                xml.eachChild(inner -> {
                    if (inner.equals("IBAN") || (inner.equals("Othr") && party.number.isEmpty())) {
                        party.number = inner.equals("IBAN") ? xml.text() : other();
                    }
                });
            case "Nm" -> {
                if (party.name.isEmpty()) {
                    party.name = xml.text();
                }
            }
            default -> {}
        }
    }

    private String other() throws IOException, UnreadableFile {
        return CamtReader.child(xml, "Id");
    }

    private void agent(String name) throws IOException, UnreadableFile {
        if (name.equals("DbtrAgt")) {
            debtor.sortCode = CamtReader.sortCode(xml);
        } else if (name.equals("CdtrAgt")) {
            creditor.sortCode = CamtReader.sortCode(xml);
        }
    }

    private void remittance(String name) throws IOException, UnreadableFile {
        if (name.equals("Ustrd")) {
            texts.add(xml.text());
        } else if (name.equals("Strd")) {
            xml.eachChild(child -> {
                if (child.equals("CdtrRefInf")) {
                    structured.add(CamtReader.child(xml, "Ref"));
                } else if (child.equals("RfrdDocInf")) {
                    texts.add(CamtReader.child(xml, "Nb"));
                } else if (child.equals("AddtlRmtInf")) {
                    texts.add(xml.text());
                }
            });
        }
    }

    /// The code or the bank's own words, and what may stand beside it.
    private void whyReturned(String name) throws IOException, UnreadableFile {
        switch (name) {
            case "Rsn" -> reason = xml.text();
            case "AddtlInf" -> {
                var more = xml.text();
                reasonText = reasonText.isEmpty() ? more : reasonText;
            }
            default -> {}
        }
    }

    /// What the payment undoes; null when nobody says that it undoes anything.
    ///
    /// @param code of the entry that it is part of
    /// @param saidAbove whether the entry says so
    @Nullable
    Returned returned(String code, Direction direction, boolean saidAbove) {
        if (!cameBack && !saidAbove) {
            return null;
        }
        return new Returned(CamtReturns.kind(code, direction), reference(), (reason + " " + reasonText).strip());
    }

    String name(Side side) {
        return side == Side.DEBTOR ? debtor.name : creditor.name;
    }

    String account(Side side) {
        var party = side == Side.DEBTOR ? debtor : creditor;
        return AccountNames.of(party.sortCode, party.number);
    }

    String bankReference() {
        return bankReference;
    }

    /// The creditor's reference where the payment carries one, and otherwise what the payer called the payment.
    String reference() {
        return structured.stream().filter(text -> !text.isEmpty()).findFirst().orElse(payersOwn());
    }

    private String payersOwn() {
        return endToEnd.equals(NOT_PROVIDED) ? "" : endToEnd;
    }

    /// All other text, the references that were not chosen included.
    List<String> texts() {
        var all = new ArrayList<>(texts);
        all.addAll(structured);
        all.add(payersOwn());
        all.remove(reference());
        all.removeIf(String::isEmpty);
        return all;
    }

    /// The payment as a part of an entry.
    Part part(Side payer, Direction entryDirection, String entryCurrency, String code, boolean saidAbove) {
        var value = amount.isEmpty() || !currency.equals(entryCurrency) ? null : Amount.plain(amount, currency);
        var own = CamtEntry.direction(direction);
        var signed = value == null || value.fault() != null
                ? null
                : own != null && own != entryDirection ? value.value().negate() : value.value();
        return new Part(
                signed,
                name(payer),
                account(payer),
                reference(),
                texts(),
                bankReference,
                returned(code, own == null ? entryDirection : own, saidAbove));
    }
}
