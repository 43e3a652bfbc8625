package localgov.ims.formats;

/// One whole file in each format, about the same borough and the same day.
public final class Examples {

    public static final String STANDARD_18 = """
            VOL1BANK01                           ****830000                                3
            HDR1 A123456Z0007                      F     01 26325              263250
            UHL1 26324123456    00000000         000              BOROUGH COUNCIL
            1234568765432109940404012345678000000000012000ANN ARMITAGE      770000000                            26324
            1234568765432109340404087654321000000000000001BEN BOWEN         BJ12345673                           26324
            1234568765432101740404011112222000000000003550WATER COMPANY     ACC 1                                26324
            UTL10000000003550000000001200100000010000002
            """;

    public static final String CAMT_053 = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">
            <BkToCstmrStmt>
            <GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-11-21T06:00:00</CreDtTm></GrpHdr>
            <Stmt><Id>S324</Id>
            <Acct><Id><Othr><Id>87654321</Id></Othr></Id><Ccy>GBP</Ccy>
            <Svcr><FinInstnId><ClrSysMmbId><MmbId>123456</MmbId></ClrSysMmbId></FinInstnId></Svcr></Acct>
            <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="GBP">100.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>
            <Dt><Dt>2026-11-20</Dt></Dt></Bal>
            <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="GBP">184.51</Amt><CdtDbtInd>CRDT</CdtDbtInd>
            <Dt><Dt>2026-11-20</Dt></Dt></Bal>
            <TxsSummry><TtlNtries><NbOfNtries>3</NbOfNtries><Sum>155.51</Sum></TtlNtries></TxsSummry>
            <Ntry><Amt Ccy="GBP">120.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
            <BookgDt><Dt>2026-11-20</Dt></BookgDt><AcctSvcrRef>B1</AcctSvcrRef>
            <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>DMCT</SubFmlyCd></Fmly></Domn></BkTxCd>
            <NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>
            <RltdPties><Dbtr><Pty><Nm>Ann Armitage</Nm></Pty></Dbtr>
            <DbtrAcct><Id><Othr><Id>12345678</Id></Othr></Id></DbtrAcct></RltdPties>
            <RltdAgts><DbtrAgt><FinInstnId><ClrSysMmbId><MmbId>404040</MmbId></ClrSysMmbId></FinInstnId></DbtrAgt></RltdAgts>
            <RmtInf><Ustrd>770000000</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
            <Ntry><Amt Ccy="GBP">0.01</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
            <BookgDt><Dt>2026-11-20</Dt></BookgDt></Ntry>
            <Ntry><Amt Ccy="GBP">35.50</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
            <BookgDt><Dt>2026-11-20</Dt></BookgDt></Ntry>
            </Stmt>
            </BkToCstmrStmt>
            </Document>
            """;

    public static final String MT940 = """
            :20:DAILY
            :25:123456/87654321
            :28C:324/1
            :60F:C261119GBP100,00
            :61:2611201120C120,00NTRFNONREF//B1
            :86:ANN ARMITAGE
            CTAX 770000000
            :61:2611201120C0,01NTRFBJ12345673
            :61:2611201120D35,50NDDTACC 1
            :86:WATER COMPANY
            :62F:C261120GBP184,51
            -
            """;

    public static final String MT942 = """
            :20:NOON
            :25:123456/87654321
            :28C:324/2
            :34F:GBPC0,00
            :13D:2611201200+0000
            :61:2611201120C120,00NTRFNONREF//B1
            :86:ANN ARMITAGE
            :61:2611201120C0,01NTRFBJ12345673
            :61:2611201120D35,50NDDTACC 1
            :90D:1GBP35,50
            :90C:2GBP120,01
            -
            """;

    public static final String BAI2 = """
            01,BANK,COUNCIL,261121,0600,1,,,2/
            02,COUNCIL,BANK,1,261120,2359,GBP,2/
            03,87654321 123456,,010,10000,,,015,18451,,/
            16,399,12000,0,B1,770000000,ANN ARMITAGE/
            88,COUNCIL TAX/
            16,399,1,0,B2,BJ12345673,BEN BOWEN/
            16,699,3550,0,B3,ACC 1,WATER COMPANY/
            49,44002,6/
            98,44002,1,8/
            99,44002,1,10/
            """;

    private Examples() {}
}
