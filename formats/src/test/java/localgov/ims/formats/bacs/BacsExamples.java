package localgov.ims.formats.bacs;

import java.util.EnumMap;
import java.util.Map;

/// One whole report of each kind, about the same borough.
public final class BacsExamples {

    public static final String ARUDD = """
            <?xml version="1.0" encoding="ISO-8859-1"?>
            <BACSDocument xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="newbacs-advices.xsd">
            <Data>
            <ARUDD>
            <Header reportType="REFT1019" adviceNumber="007" currentProcessingDate="2026-11-20"></Header>
            <AddresseeInformation name="BOROUGH COUNCIL"></AddresseeInformation>
            <ServiceLicenseInformation userName="BOROUGH COUNCIL" userNumber="123456"></ServiceLicenseInformation>
            <Advice><OriginatingAccountRecords><OriginatingAccountRecord>
            <OriginatingAccount name="BOROUGH COUNCIL" number="87654321" sortCode="12-34-56" type="0"></OriginatingAccount>
            <ReturnedDebitItem ref="770000000" transCode="17" returnCode="0" returnDescription="REFER TO PAYER" originalProcessingDate="2026-11-18" valueOf="120.00" currency="GBP">
            <PayerAccount number="12345678" ref="770000000" name="ANN ARMITAGE" sortCode="40-40-40" bankName="A BANK"></PayerAccount>
            </ReturnedDebitItem>
            <ReturnedDebitItem ref="" transCode="01" returnCode="1012" returnDescription="INSTRUCTION CANCELLED" originalProcessingDate="2026-11-18" valueOf="1,035.50" currency="GBP">
            <PayerAccount number="11112222" ref="560000016" name="BEN BOWEN" sortCode="40-40-41" bankName="A BANK"></PayerAccount>
            </ReturnedDebitItem>
            <Totals numberOf="2" valueOf="1155.50" currency="GBP"></Totals>
            </OriginatingAccountRecord></OriginatingAccountRecords></Advice>
            </ARUDD>
            </Data>
            <SignatureMethod>Vanilla</SignatureMethod>
            <Signature></Signature>
            </BACSDocument>
            """;

    public static final String ADDACS = messages("""
            <MessagingHeader user-number="123456" advice-type="ADDACS" report-generation-date="2026-11-20" envelope-sequence-number="12"/>
            <MessagingAdvice user-number="123456" record-type="A" reference="770000000" reason-code="3" payer-name="ANN ARMITAGE" payer-sort-code="404040" payer-account-number="12345678" payer-new-sort-code="20-00-01" payer-new-account-number="55779911" effective-date="2026-11-23" aosn="A1"/>
            <MessagingAdvice user-number="123456" record-type="A" reference="560000016" reason-code="3" payer-name="BEN BOWEN" payer-sort-code="404041" payer-account-number="11112222" effective-date="23/11/2026" aosn="A2"/>
            <MessagingAdvice user-number="123456" record-type="A" reference="61234567892" reason-code="1" payer-name="CARYS COX" payer-sort-code="404042" payer-account-number="33334444" effective-date="2026-11-23"/>
            """);

    public static final String AUDDIS = messages("""
            <MessagingHeader user-number="123456" report-type="5" report-generation-date="2026-11-20" envelope-sequence-number="13"/>
            <MessagingAdvice user-number="123456" record-type="V" file-type="LIVE" accepted-ddi="41" rejected-ddi="1"/>
            <MessagingAdvice user-number="123456" record-type="R" file-type="LIVE"/>
            <MessagingError line1="THE HEADER IS MISSING" line2="SEND IT AGAIN"/>
            <MessagingError line1="SECOND ERROR"/>
            <MessagingAdvice user-number="123456" record-type="N" reference="770000000" reason-code="L" payer-name="ANN ARMITAGE" payer-sort-code="404040" payer-account-number="12345678" due-date="2026-12-01"/>
            """);

    public static final String AWACS = messages("""
            <MessagingHeader user-number="123456" report-type="AWACS" report-generation-date="2026-11-20" envelope-sequence-number="14"/>
            <MessagingAdvice user-number="123456" record-type="W" reference="REFUND 17" reason-code="0" payer-name="ANN ARMITAGE" payer-sort-code="404040" payer-account-number="12345678" payer-new-sort-code="404040" payer-new-account-number="12345687" effective-date="2026-11-23"/>
            """);

    public static final String DDIC = """
            <?xml version="1.0" encoding="UTF-8"?>
            <VocaDocument>
            <Data>
            <Document>
            <ServiceUserNumber>123456</ServiceUserNumber>
            <NewAdvices>
            <DateOfDebit>2026-12-04</DateOfDebit>
            <TotalValueOfDebits>1,240.00</TotalValueOfDebits>
            <DDICAdvice>
            <SeqNo>1</SeqNo><PayingBankReference>PB77</PayingBankReference><SUReference>770000000</SUReference>
            <ReasonCode>5</ReasonCode><ReasonCodeMeaning>NO INSTRUCTION HELD</ReasonCodeMeaning>
            <PayerSortCode>404040</PayerSortCode><PayerName>ANN ARMITAGE</PayerName><PayerAccount>12345678</PayerAccount>
            <TotalAmount>240.00</TotalAmount>
            <DDCollections>
            <DDCollection><DateOfDirectDebit>2026-10-01</DateOfDirectDebit><Amount>120.00</Amount></DDCollection>
            <DDCollection><DateOfDirectDebit>2026-11-02</DateOfDirectDebit><Amount>120.00</Amount></DDCollection>
            </DDCollections>
            </DDICAdvice>
            <DDICAdvice>
            <SUReference>560000016</SUReference><ReasonCode>1</ReasonCode><TotalAmount>1,000.00</TotalAmount>
            </DDICAdvice>
            </NewAdvices>
            <Cancellations>
            <TotalValueOfCancellations>35.50</TotalValueOfCancellations>
            <DDICCancellation>
            <SUReference>61234567892</SUReference><ReasonCode>8</ReasonCode><TotalAmount>35.50</TotalAmount>
            </DDICCancellation>
            </Cancellations>
            </Document>
            </Data>
            </VocaDocument>
            """;

    private static final Map<BacsReport, String> ALL = new EnumMap<>(Map.of(
            BacsReport.ARUDD, ARUDD,
            BacsReport.ADDACS, ADDACS,
            BacsReport.AUDDIS, AUDDIS,
            BacsReport.AWACS, AWACS,
            BacsReport.DDIC, DDIC));

    private BacsExamples() {}

    private static String messages(String inside) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <BACSDocument>
                <Data>
                <MessagingAdvices>
                %s</MessagingAdvices>
                </Data>
                </BACSDocument>
                """.formatted(inside);
    }

    public static String of(BacsReport report) {
        return ALL.get(report);
    }
}
