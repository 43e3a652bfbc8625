package localgov.ims.formats;

import static org.assertj.core.api.Assertions.assertThat;

import localgov.ims.formats.Returned.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What comes back says what it undoes, in every format that says so.
class ReturnedTest {

    @ParameterizedTest
    @CsvSource({"U1, DIRECT_DEBIT", "U7, DIRECT_DEBIT", "U8, DIRECT_DEBIT", "U9, DIRECT_DEBIT", "RA, SENT_BACK"})
    void standard18SaysItByItsCode(String code, Kind kind) throws Exception {
        var heard = Heard.from(Examples.STANDARD_18
                .replace("8765432101740404011112222", "876543210" + code + "40404011112222")
                .replace("ACC 1  ", "7700000"));
        assertThat(heard.lines.get(2).returned()).isEqualTo(new Returned(kind, "7700000", ""));
        assertThat(heard.lines.getFirst().returned()).isNull();
    }

    private static String camt(String direction, String inEntry, String inDetail) {
        return """
                <BkToCstmrStmt><Stmt><Acct><Id><Othr><Id>1</Id></Othr></Id></Acct>
                <Ntry><Amt Ccy="GBP">12.00</Amt><CdtDbtInd>%s</CdtDbtInd><Sts>BOOK</Sts>
                <BookgDt><Dt>2026-11-20</Dt></BookgDt>%s
                <NtryDtls><TxDtls><Refs><EndToEndId>770000000</EndToEndId></Refs>%s</TxDtls></NtryDtls></Ntry>
                </Stmt></BkToCstmrStmt>
                """.formatted(direction, inEntry, inDetail);
    }

    private static String code(String family, String subFamily) {
        return "<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>%s</Cd><SubFmlyCd>%s</SubFmlyCd></Fmly></Domn></BkTxCd>"
                .formatted(family, subFamily);
    }

    @ParameterizedTest
    @CsvSource({
        "DBIT, IDDT, UPDD, DIRECT_DEBIT",
        "DBIT, IDDT, PRDD, DIRECT_DEBIT",
        "CRDT, RDDT, UPDD, SENT_BACK",
        "DBIT, RCHQ, UPCQ, CHEQUE",
        "DBIT, RCHQ, CQRV, CHEQUE",
        "CRDT, RCDT, RRTN, SENT_BACK",
        "DBIT, RCDT, RPCR, RECALLED"
    })
    void camtSaysItByItsCode(String direction, String family, String subFamily, Kind kind) throws Exception {
        var heard = Heard.from(camt(direction, code(family, subFamily), ""));
        assertThat(heard.lines.getFirst().returned()).isEqualTo(new Returned(kind, "770000000", ""));
    }

    @Test
    void camtSaysItByTheReasonForTheReturn() throws Exception {
        var why = "<RtrInf><Rsn><Cd>AM04</Cd></Rsn><AddtlInf>NO FUNDS</AddtlInf></RtrInf>";
        assertThat(Heard.from(camt("DBIT", code("IDDT", "PMDD"), why))
                        .lines
                        .getFirst()
                        .returned())
                .isEqualTo(new Returned(Kind.DIRECT_DEBIT, "770000000", "AM04 NO FUNDS"));
        assertThat(Heard.from(camt("DBIT", "", why)).lines.getFirst().returned())
                .isEqualTo(new Returned(Kind.RECALLED, "770000000", "AM04 NO FUNDS"));
    }

    @Test
    void camtSaysItByTheMarkOfAReversalAndOtherwiseNotAtAll() throws Exception {
        assertThat(Heard.from(camt("DBIT", "<RvslInd>true</RvslInd>", ""))
                        .lines
                        .getFirst()
                        .returned())
                .isEqualTo(new Returned(Kind.RECALLED, "770000000", ""));
        assertThat(Heard.from(camt("DBIT", code("IDDT", "PMDD"), ""))
                        .lines
                        .getFirst()
                        .returned())
                .isNull();
    }

    @Test
    void eachPaymentOfABatchThatCameBackSaysWhatItUndoes() throws Exception {
        var second = "<Amt Ccy=\"GBP\">5.00</Amt><RtrInf><Rsn><Prtry>0</Prtry></Rsn></RtrInf></TxDtls><TxDtls>"
                + "<Refs><EndToEndId>560000016</EndToEndId></Refs><Amt Ccy=\"GBP\">7.00</Amt>";
        var line = Heard.from(camt("DBIT", code("IDDT", "PMDD"), second)).lines.getFirst();
        assertThat(line.returned()).isNull();
        assertThat(line.parts().get(0).returned()).isEqualTo(new Returned(Kind.DIRECT_DEBIT, "770000000", "0"));
        assertThat(line.parts().get(1).returned()).isNull();
        var unpaid =
                Heard.from(camt("DBIT", code("IDDT", "UPDD"), second)).lines.getFirst();
        assertThat(unpaid.returned()).isEqualTo(new Returned(Kind.DIRECT_DEBIT, "", ""));
        assertThat(unpaid.parts()).extracting(Part::returned).doesNotContainNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RC12,00NTRFREF1 | | RECALLED | REF1 |
            RD12,00NTRFREF1 | | SENT_BACK | REF1 |
            RC12,00NDDTREF1 | | DIRECT_DEBIT | REF1 |
            D12,00NRTIREF1  | | RECALLED | REF1 |
            D12,00NDDTNONREF | /RTRN/MS03/NAME/ANN/EREF/770000000 | DIRECT_DEBIT | 770000000 | MS03
            RC12,00NCHK000123 | | CHEQUE | 000123 |
            """)
    void swiftSaysItByItsMarkItsTypeOrItsText(String entry, String text, Kind kind, String original, String reason)
            throws Exception {
        var heard = Heard.from(":20:A\n:25:1\n:60F:C261119GBP1,00\n:61:2611201120" + entry + "\n"
                + (text == null ? "" : ":86:" + text + "\n"));
        assertThat(heard.lines.getFirst().returned())
                .isEqualTo(new Returned(kind, original, reason == null ? "" : reason));
        assertThat(Heard.from(Examples.MT940).lines)
                .extracting(StatementLine::returned)
                .containsOnlyNulls();
    }

    @ParameterizedTest
    @CsvSource({"555, CHEQUE", "557, DIRECT_DEBIT", "552, RECALLED", "257, SENT_BACK", "252, SENT_BACK"})
    void bai2SaysItByItsType(String type, Kind kind) throws Exception {
        var heard = Heard.from(Examples.BAI2.replace("16,699", "16," + type));
        assertThat(heard.lines.get(2).returned()).isEqualTo(new Returned(kind, "ACC 1", ""));
        assertThat(heard.lines.getFirst().returned()).isNull();
    }
}
