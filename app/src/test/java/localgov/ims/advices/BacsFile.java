package localgov.ims.advices;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Reports from Bacs as tests need them: about one service user and one account.
final class BacsFile {
    private final String number;
    private final LocalDate day;
    private final List<String> items = new ArrayList<>();
    private long pence;
    private String total = "";
    private String comment = "";

    private BacsFile(String number, LocalDate day) {
        this.number = number;
        this.day = day;
    }

    static BacsFile unpaid(String number, LocalDate day) {
        return new BacsFile(number, day);
    }

    /// A Direct Debit that came back.
    BacsFile debit(String reference, long amount, LocalDate collected, String code) {
        items.add("""
                <ReturnedDebitItem ref="%s" transCode="17" returnCode="%s" returnDescription="SAID SO" originalProcessingDate="%s" valueOf="%s" currency="GBP">
                <PayerAccount number="12345678" ref="%s" name="C PAYS" sortCode="40-40-40" bankName="A BANK"></PayerAccount>
                </ReturnedDebitItem>
                """.formatted(reference, code, collected, pounds(amount), reference));
        pence += amount;
        return this;
    }

    /// The report says another total than its debits come to.
    BacsFile sayingTotal(long amount) {
        total = pounds(amount);
        return this;
    }

    /// The same report in other bytes.
    BacsFile delivered(String how) {
        comment = "<!-- " + how + " -->";
        return this;
    }

    byte[] bytes() {
        return """
                <?xml version="1.0" encoding="ISO-8859-1"?>%s
                <BACSDocument><Data><ARUDD>
                <Header reportType="REFT1019" adviceNumber="%s" currentProcessingDate="%s"></Header>
                <ServiceLicenseInformation userName="ALDERMERE" userNumber="123456"></ServiceLicenseInformation>
                <Advice><OriginatingAccountRecords><OriginatingAccountRecord>
                <OriginatingAccount name="ALDERMERE" number="12345678" sortCode="56-00-55" type="0"></OriginatingAccount>
                %s<Totals numberOf="%d" valueOf="%s" currency="GBP"></Totals>
                </OriginatingAccountRecord></OriginatingAccountRecords></Advice>
                </ARUDD></Data></BACSDocument>
                """.formatted(
                        comment,
                        number,
                        day,
                        items.stream().collect(Collectors.joining()),
                        items.size(),
                        total.isEmpty() ? pounds(pence) : total)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /// A claim under the Direct Debit Guarantee for collections of one amount.
    static byte[] claim(String reference, LocalDate taken, long each, List<LocalDate> collected) {
        var all = pounds(each * collected.size());
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <VocaDocument><Data><Document>
                <ServiceUserNumber>123456</ServiceUserNumber>
                <NewAdvices>
                <DateOfDebit>%s</DateOfDebit><TotalValueOfDebits>%s</TotalValueOfDebits>
                <DDICAdvice>
                <PayingBankReference>PB%s</PayingBankReference><SUReference>%s</SUReference>
                <ReasonCode>5</ReasonCode><ReasonCodeMeaning>NO INSTRUCTION HELD</ReasonCodeMeaning>
                <PayerSortCode>404040</PayerSortCode><PayerName>C PAYS</PayerName><PayerAccount>12345678</PayerAccount>
                <TotalAmount>%s</TotalAmount>
                <DDCollections>%s</DDCollections>
                </DDICAdvice>
                </NewAdvices>
                </Document></Data></VocaDocument>
                """.formatted(
                        taken,
                        all,
                        reference,
                        reference,
                        all,
                        collected.stream()
                                .map(day ->
                                        "<DDCollection><DateOfDirectDebit>%s</DateOfDirectDebit><Amount>%s</Amount></DDCollection>"
                                                .formatted(day, pounds(each)))
                                .collect(Collectors.joining()))
                .getBytes(StandardCharsets.UTF_8);
    }

    /// A payer cancelled an instruction.
    static byte[] cancelled(String reference, LocalDate day) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <BACSDocument><Data><MessagingAdvices>
                <MessagingHeader user-number="123456" advice-type="ADDACS" report-generation-date="%s" envelope-sequence-number="12"/>
                <MessagingAdvice user-number="123456" record-type="A" reference="%s" reason-code="1" payer-name="C PAYS" payer-sort-code="404040" payer-account-number="12345678" effective-date="%s"/>
                </MessagingAdvices></Data></BACSDocument>
                """.formatted(day, reference, day).getBytes(StandardCharsets.UTF_8);
    }

    private static String pounds(long pence) {
        return String.format(Locale.ROOT, "%d.%02d", pence / 100, pence % 100);
    }
}
