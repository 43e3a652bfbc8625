package localgov.ims.formats.camt;

import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import localgov.ims.formats.Balance;
import localgov.ims.formats.Direction;
import localgov.ims.formats.Part;
import localgov.ims.formats.StatementHead;
import localgov.ims.formats.StatementLine;
import localgov.ims.formats.reading.AccountNames;
import org.jspecify.annotations.Nullable;

/// Writes a camt.053.001.08 as a bank would send it, entry by entry: `statement`, its lines, the next
/// `statement`, and `close`.
public final class Camt053Writer implements AutoCloseable {

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    /// Something that writes inside an element.
    @FunctionalInterface
    private interface Inside {
        void write() throws XMLStreamException;
    }

    private final OutputStream out;
    private final XMLStreamWriter xml;
    private final String createdAt;
    private boolean inStatement;
    private boolean closed;

    /// @param messageId the message's identifier, up to 35 characters
    /// @param createdAt when the bank made it
    public Camt053Writer(OutputStream out, String messageId, LocalDateTime createdAt) throws IOException {
        this.out = out;
        this.createdAt = TIME.format(createdAt);
        try {
            xml = new WstxOutputFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("Document");
            xml.writeAttribute("xmlns", NAMESPACE);
            xml.writeStartElement("BkToCstmrStmt");
            element("GrpHdr", () -> {
                text("MsgId", messageId);
                text("CreDtTm", this.createdAt);
            });
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /// Begins a statement.
    ///
    /// @param closing the balance after its last entry, which the format wants before the first
    public void statement(StatementHead head, @Nullable Balance closing) throws IOException {
        writing(() -> {
            endStatement();
            inStatement = true;
            xml.writeStartElement("Stmt");
            text("Id", head.identifier());
            text("CreDtTm", createdAt);
            element("Acct", () -> {
                account(head.account());
                text("Ccy", head.currency());
            });
            if (head.opening() != null) {
                balance(head.opening(), head.currency());
            }
            if (closing != null) {
                balance(closing, head.currency());
            }
        });
    }

    /// Writes one entry of the statement that was begun.
    public void write(StatementLine line) throws IOException {
        if (!inStatement) {
            throw new IllegalStateException("An entry stands inside a statement; begin one first");
        }
        writing(() -> element("Ntry", () -> entry(line)));
    }

    private void entry(StatementLine line) throws XMLStreamException {
        amount(line.amount(), line.currency());
        direction(line.direction());
        if (line.reversal()) {
            text("RvslInd", "true");
        }
        element(
                "Sts",
                () -> text(
                        "Cd",
                        switch (line.booking()) {
                            case BOOKED -> "BOOK";
                            case PENDING -> "PDNG";
                            case INFORMATION -> "INFO";
                        }));
        element("BookgDt", () -> text("Dt", line.bookedOn().toString()));
        if (line.valueOn() != null) {
            var valueOn = line.valueOn();
            element("ValDt", () -> text("Dt", valueOn.toString()));
        }
        text("AcctSvcrRef", line.bankReference());
        element("BkTxCd", () -> code(line.code()));
        element("NtryDtls", () -> {
            if (line.parts().isEmpty()) {
                var part = new Part(
                        line.amount(), line.payerName(), line.payerAccount(), line.payerReference(), line.texts(), "");
                element("TxDtls", () -> payment(part, line));
            }
            for (var part : line.parts()) {
                element("TxDtls", () -> payment(part, line));
            }
        });
        if (!line.parts().isEmpty()) {
            for (var text : line.texts()) {
                text("AddtlNtryInf", text);
            }
        }
    }

    private void code(String code) throws XMLStreamException {
        var parts = code.split("-", -1);
        if (parts.length == 3) {
            element("Domn", () -> {
                text("Cd", parts[0]);
                element("Fmly", () -> {
                    text("Cd", parts[1]);
                    text("SubFmlyCd", parts[2]);
                });
            });
        } else {
            element("Prtry", () -> text("Cd", code));
        }
    }

    private void payment(Part part, StatementLine line) throws XMLStreamException {
        boolean fromDebtor = (line.direction() == Direction.CREDIT) != line.reversal();
        element("Refs", () -> {
            text("AcctSvcrRef", part.bankReference());
            text("EndToEndId", part.payerReference().isEmpty() ? "NOTPROVIDED" : part.payerReference());
        });
        if (part.amount() != null) {
            amount(part.amount().abs(), line.currency());
            direction(part.amount().signum() < 0 ? line.direction().opposite() : line.direction());
        }
        element("RltdPties", () -> {
            var party = fromDebtor ? "Dbtr" : "Cdtr";
            element(party, () -> element("Pty", () -> text("Nm", part.payerName())));
            if (!part.payerAccount().isEmpty()) {
                element(party + "Acct", () -> account(part.payerAccount()));
            }
        });
        element("RmtInf", () -> {
            for (var text : part.texts()) {
                text("Ustrd", text);
            }
        });
    }

    private void account(String account) throws XMLStreamException {
        element("Id", () -> {
            if (AccountNames.isIban(account)) {
                text("IBAN", account);
            } else {
                element("Othr", () -> text("Id", account));
            }
        });
    }

    private void balance(Balance balance, String currency) throws XMLStreamException {
        element("Bal", () -> {
            element("Tp", () -> element("CdOrPrtry", () -> text("Cd", balance.kind())));
            amount(balance.amount().abs(), currency);
            direction(balance.amount().signum() < 0 ? Direction.DEBIT : Direction.CREDIT);
            LocalDate day = balance.day();
            if (day != null) {
                element("Dt", () -> text("Dt", day.toString()));
            }
        });
    }

    private void amount(BigDecimal amount, String currency) throws XMLStreamException {
        xml.writeStartElement("Amt");
        xml.writeAttribute("Ccy", currency);
        xml.writeCharacters(amount.toPlainString());
        xml.writeEndElement();
    }

    private void direction(Direction direction) throws XMLStreamException {
        text("CdtDbtInd", direction == Direction.CREDIT ? "CRDT" : "DBIT");
    }

    /// An element with text in it; nothing when the text is empty.
    private void text(String name, String text) throws XMLStreamException {
        if (!text.isEmpty()) {
            xml.writeStartElement(name);
            xml.writeCharacters(text);
            xml.writeEndElement();
        }
    }

    private void element(String name, Inside inside) throws XMLStreamException {
        xml.writeStartElement(name);
        inside.write();
        xml.writeEndElement();
    }

    private void endStatement() throws XMLStreamException {
        if (inStatement) {
            xml.writeEndElement();
            inStatement = false;
        }
    }

    private static void writing(Inside inside) throws IOException {
        try {
            inside.write();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /// Ends the message and closes the stream.
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (out) {
            writing(() -> {
                endStatement();
                xml.writeEndElement();
                xml.writeEndElement();
                xml.writeEndDocument();
                xml.close();
            });
        }
    }
}
