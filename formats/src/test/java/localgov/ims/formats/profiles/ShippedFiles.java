package localgov.ims.formats.profiles;

import java.util.Map;

/// Files as their senders would write them, made by hand for the profiles that come with the system.
final class ShippedFiles {

    private static final String PAY_HEADINGS =
            "Reference,Description,Email,Amount,Card Brand,Cardholder Name,Card Expiry Date,Card Number,State,Finished,Error Code,Error Message,Provider ID,GOV.UK Payment ID,Issued By,Date Created,Time Created,Corporate Card Surcharge,Total Amount,Wallet Type,Fee,Net,Fee (transaction),Fee (3DS),Fee (fraud protection),Card Type,MOTO,Payment Provider,3-D Secure Required";

    static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("allpay", """
                    POST001BERN771234561      120.00P20/11/2026
                    SHOP00261234567892          45.5T19/11/2026
                    POST001BERN771234561      -45.50Q20/11/2026
                    -
                    Total Amount Updated onto System:           120.00
                    Total Transactions updated onto System:          3
                    """),
            Map.entry("barclaycard-settlement", """
                    Transaction Date 20 Nov 2026 - 21 Nov 2026
                    Transaction date,Processed date,Transaction amount,Transaction currency,Card number,Transaction type,Card type,Card scheme,Channel,Acquirer reference number,Merchant ID,Group Number,Chain Number,Outlet Number,
                    20 Nov 2026,21 Nov 2026,120.00,GBP,4444********1111,Sale,Debit,Visa,Online,'74501234567890123456789',8008566,1,2,3,
                    20 Nov 2026,21 Nov 2026,20.00,GBP,4444********1111,Sales Refund,Debit,Visa,Online,'74501234567890123456790',8008566,1,2,3,
                    """),
            Map.entry("barclays-daily", """
                    Statement,Daily,All,20261120
                    ,Sort code,Account,,Value,Type,Description,Cheque,Narrative
                    ,20-00-00,12345678,,120.00,CR,BGC,,MILLS A 771234561
                    ,20-00-00,12345678,,35.50,DR,CHQ,000123,
                    """),
            Map.entry("barclays-online", """
                    Number,Date,Account,Amount,Subcategory,Memo
                    ,20/11/2026,20-00-00 12345678,1120.00,Counter Credit,MILLS A           771234561 BGC
                    ,20/11/2026,20-00-00 12345678,-35.50,Direct Debit,WATER              99 DDR
                    """),
            Map.entry("generic-15-columns", """
                    R1,I1,PSP-1,99,20/11/2026 09:30:00,20/11/2026 00:00:00,771234561,0,23,90,120.00,N0,0,0.00,Council tax
                    R2,I2,PSP-2,99,20/11/2026,19/11/2026,BJ12345673,0,11,90,-10.00,W0,0.2,-1.67,Parking
                    """),
            Map.entry("govuk-pay-payout", PAY_HEADINGS + """

                    771234561,Council tax,ann@example.org,100.00,Visa,Ann Mills,11/30,1111,Success,true,,,pi_1,3abc88o2gt,,20 Nov 2026,11:20:00,0.00,100.00,,3.17,96.83,3.15,,0.02,credit,false,stripe,
                    770000000,Council tax,ben@example.org,-100.00,Visa,Ben Ward,11/30,1112,Dispute lost to customer,true,,,dp_1,4abc88o2gt,,20 Nov 2026,11:20:00,,,,10.00,-110.00,,,,,,,
                    770000001,Council tax,cy@example.org,50.00,Visa,Cy Rees,11/30,1113,Declined,true,P0010,Payment method rejected,pi_2,5abc88o2gt,,20 Nov 2026,11:20:00,0.00,0.00,,0.01,-0.01,,,0.01,credit,false,stripe,
                    """),
            Map.entry("govuk-pay-transactions", PAY_HEADINGS + """
                    ,town (metadata)
                    771234561,'=1+1,ann@example.org,"1,234.56",Visa,Ann Mills,11/30,1111,Success,true,,,pi_1,3abc88o2gt,,20 Nov 2026,11:20:00,0.00,"1,234.56",,3.17,"1,231.39",3.15,,0.02,credit,false,stripe,,North
                    771234561,Council tax,ann@example.org,-20.00,Visa,Ann Mills,11/30,1111,Refund success,true,,,re_1,3abc88o2gt,Clerk,20 Nov 2026,12:20:00,,,,,-20.00,,,,credit,false,stripe,,North
                    770000001,Council tax,cy@example.org,50.00,Visa,Cy Rees,11/30,1113,Declined,true,P0010,Payment method rejected,pi_2,5abc88o2gt,,20 Nov 2026,11:20:00,0.00,0.00,,,,,,,credit,false,stripe,,
                    770000002,Council tax,di@example.org,50.00,,,,,In progress,false,,,,6abc88o2gt,,20 Nov 2026,11:21:00,0.00,,,,,,,,,false,,,
                    """),
            Map.entry("hsbcnet", """
                    200000-12345678,20/11/2026,GBP,120.00,MILLS A 771234561,CR
                    200000-12345678,20/11/2026,GBP,-35.50,WATER,DD
                    """),
            Map.entry("lloyds-online", """
                    Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,Debit Amount,Credit Amount,Balance,
                    20/11/2026,DD,'20-00-00,12345678,WATER LTD,35.50,,1084.50,
                    19/11/2026,FPI,'20-00-00,12345678,MILLS A 771234561 306364 10 19NOV26 09:15,,120.00,1120.00,
                    """),
            Map.entry("nationwide", """
                    "Account Name:","Council ****12345"
                    "Account Balance:","£1084.50"
                    "Available Balance: ","£1084.50"

                    "Date","Transaction type","Description","Paid out","Paid in","Balance"
                    "20 Nov 2026","Direct debit","WATER LTD","£35.50","","£1084.50"
                    "19 Nov 2026","Bank credit","MILLS A 771234561","","£1,120.00","£1,120.00"
                    """),
            Map.entry("natwest-bankline", """
                    Sort Code,Account Number,Account Alias,Account Short Name,Currency,Account Type,BIC,Bank Name,Branch Name,Date,Narrative #1,Narrative #2,Narrative #3,Narrative #4,Narrative #5,Type,Debit,Credit
                    200000,12345678,COUNCIL,COUNCIL,GBP,,,,,20/11/26,MILLS A,771234561,,,,BAC,,120.00
                    200000,12345678,COUNCIL,COUNCIL,GBP,,,,,20/11/26,WATER LTD,,,,,D/D,35.50,
                    """),
            Map.entry("natwest-online", """
                    Date, Type, Description, Value, Balance, Account Name, Account Number

                    20/11/2026,BAC,"'MILLS A , 771234561",120.00,1120.00,"'COUNCIL","'200000-12345678",
                    20 Nov 2026,D/D,"'WATER LTD",-35.50,1084.50,"'COUNCIL","'200000-12345678",
                    """),
            Map.entry("paypoint", """
                    H,4711,20/11/2026
                    D,9826,9826001771234561,2500,20/11/2026 09:15:00,OUTLET7,TX1,
                    D,9826,9826001771234561,2500,20/11/2026 09:17:30,OUTLET7,TX1,V
                    T,2,0
                    """),
            Map.entry("post-office", """
                    01000123456720112026000000000000000000000000000000
                    02771234561           0000001200020112026OFF00042C
                    0361234567892         0000000455020112026OFF00042Q
                    0900000020000000007450
                    """),
            Map.entry("santander-midata", """
                    Date;Type;Merchant/Description;Debit/Credit;Balance
                    20/11/2026;CARD PAYMENT;CARD PAYMENT TO A SHOP;-£3.01;£1,116.99
                    19/11/2026;FASTER PAYMENTS RECEIPT;MILLS A 771234561;£120.00;£1,120.00
                    Arranged overdraft limit;;;18/11/2026;+£0.00
                    """),
            Map.entry("santander-online", """
                    From: 18/11/2026 to 20/11/2026

                    Account: 0903 0012 8765 1234

                    Date: 20/11/2026
                    Description: FASTER PAYMENTS RECEIPT REF 771234561 FROM MILLS A
                    Amount: £120.00 GBP
                    Balance: £1116.99 GBP

                    Date: 19/11/2026
                    Description: CARD PAYMENT TO A:SHOP
                    Amount: -£3.01 GBP
                    Balance: £996.99 GBP
                    """.replace(": ", ":\u00A0")),
            Map.entry("worldpay-settlement", """
                    Settlement report
                    Settlement date,Merchant ID,Order code,Type,Card scheme,Currency,Gross amount,Fee,Net amount,ARN
                    20/11/2026,MID1,Q7FK2M9DX,SALE,Visa,GBP,120.00,0.42,119.58,745
                    20/11/2026,MID1,Q7FK2M9DX,REFUND,Visa,GBP,-20.00,0.00,-20.00,746
                    """));

    /// Some cells are left out, as spreadsheets do with empty ones.
    static final Sheets DWP = Sheets.of("""
            <row r="1"><c r="A1" t="inlineStr"><is><t>Office</t></is></c><c r="F1" t="inlineStr"><is><t>Reference</t></is></c><c r="L1" t="inlineStr"><is><t>Amount</t></is></c></row>
            <row r="2"><c r="A2" t="inlineStr"><is><t>North</t></is></c><c r="B2"><v>1</v></c><c r="F2" t="inlineStr"><is><t>77 123 4561</t></is></c><c r="K2" s="1"><v>46346</v></c><c r="L2"><v>1480</v></c></row>
            <row r="3"><c r="F3"><v>776543215</v></c><c r="H3" t="inlineStr"><is><t>UC</t></is></c><c r="K3" t="inlineStr"><is><t>19/11/2026</t></is></c><c r="L3"><v>370</v></c><c r="M3" t="inlineStr"><is><t>-</t></is></c></row>
            """);

    private ShippedFiles() {}
}
