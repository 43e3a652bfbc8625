package localgov.ims.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import localgov.ims.Outside;
import localgov.ims.imports.ImportId;
import localgov.ims.imports.Imports;
import localgov.ims.people.SignedInAs;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

class ImportCallsTest extends ApiTest {
    private static Path file() {
        return Outside.need("samples", "std18-natwest-dataservices/moj-uploader/testfile_sender_information");
    }

    @Autowired
    Imports imports;

    private MvcTestResult upload(byte[] bytes) {
        return mvc.post()
                .uri("/api/v1/imports")
                .with(SignedInAs.demoKey())
                .multipart()
                .file(new MockMultipartFile("file", "morning.txt", "application/octet-stream", bytes))
                .exchange();
    }

    private JsonNode read(JsonNode taken) {
        var id = taken.get("id").stringValue();
        within(() -> imports.run(ImportId.read(id).orElseThrow()));
        return json(get("/api/v1/imports/" + id));
    }

    @Test
    void aFileIsTakenReadAndAccountedFor() throws Exception {
        var bytes = Files.readAllBytes(file());
        var reply = upload(bytes);
        assertThat(reply).hasStatus(202);
        var file = read(json(reply));

        assertThat(file.get("state").stringValue()).isEqualTo("posted");
        assertThat(file.get("lines").longValue()).isEqualTo(4);
        assertThat(file.get("credits").get("pence").longValue()).isEqualTo(4_000);
        assertThat(file.get("debits").get("pence").longValue()).isZero();
        long count = 0;
        long pence = 0;
        for (var outcome : file.get("outcome")) {
            count += outcome.get("count").longValue();
            pence += outcome.get("pence").longValue();
        }
        assertThat(count).isEqualTo(4);
        assertThat(pence).isEqualTo(4_000);
        assertThat(file.get("checks").size()).isPositive();

        var lines = json(
                get("/api/v1/imports/%s/lines?limit=3".formatted(file.get("id").stringValue())));
        assertThat(lines.get("lines").size()).isEqualTo(3);
        assertThat(lines.get("lines").get(0).get("reasons").size()).isPositive();
        assertThat(json(get(lines.get("next").stringValue())).get("lines").size())
                .isOne();

        var again = upload(bytes);
        assertThat(again).hasStatus(200);
        assertThat(json(again).get("seen_before").booleanValue()).isTrue();
        assertThat(json(again).get("id")).isEqualTo(file.get("id"));
        assertThat(brokenLaws()).isEmpty();
    }

    @Test
    void ofManyUploadsOfTheSameBytesOneIsNew() throws Exception {
        var bytes = (Files.readString(file()) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        get("/api/v1/funds");
        Callable<MvcTestResult> call = () -> upload(bytes);
        try (var callers = Executors.newFixedThreadPool(4)) {
            var replies = callers
                    .invokeAll(IntStream.range(0, 8).mapToObj(_ -> call).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(replies)
                    .filteredOn(reply -> reply.getResponse().getStatus() == 202)
                    .hasSize(1);
            assertThat(replies.stream()
                            .map(ApiTest::json)
                            .map(taken -> taken.get("id"))
                            .distinct())
                    .hasSize(1);
        }
    }

    @Test
    void whatIsNoBankFileIsRefusedWithItsProblems() {
        var file = read(json(upload(new byte[4_096])));
        assertThat(file.get("state").stringValue()).isEqualTo("refused");
        assertThat(file.get("problems").size()).isPositive();
        assertThat(file.get("problems").get(0).get("problem").stringValue()).isNotBlank();
    }

    @Test
    void aRequestWithoutAFileOrWithAnUnknownKindIsRefused() {
        var none = mvc.post()
                .uri("/api/v1/imports")
                .with(SignedInAs.demoKey())
                .multipart()
                .exchange();
        assertThat(none).hasStatus(400);
        assertThat(json(none).get("code").stringValue()).isEqualTo("part_missing");

        var unknown = mvc.post()
                .uri("/api/v1/imports")
                .with(SignedInAs.demoKey())
                .multipart()
                .file(new MockMultipartFile("file", "x", "text/plain", new byte[] {1}))
                .param("kind", "horoscope")
                .exchange();
        assertThat(unknown).hasStatus(422);
        assertThat(json(unknown).get("errors").get(0).get("field").stringValue())
                .isEqualTo("kind");
        assertThat(post("/api/v1/imports", "{}", null)).hasStatus(415);
    }

    @Test
    void anImportThatIsNotThereIsNotFound() {
        assertThat(get("/api/v1/imports/imp_0")).hasStatus(404);
        assertThat(get("/api/v1/imports/imp_01k00000000000000000000000/lines")).hasStatus(404);
        assertThat(get("/api/v1/imports/imp_01k00000000000000000000000/lines?outcome=lost"))
                .hasStatus(422);
    }

    @Test
    void aProgramRefusesAHeldFileAndHasItReleasedByNobody() throws Exception {
        var text = Files.readString(file(), java.nio.charset.StandardCharsets.ISO_8859_1);
        var trailer = text.lastIndexOf("UTL1");
        var wrong = text.substring(0, trailer) + text.substring(trailer).replace("4000", "4001");
        assertThat(wrong).isNotEqualTo(text);
        var bytes = wrong.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        var first = read(json(upload(bytes)));
        assertThat(first.get("state").stringValue()).isEqualTo("held");
        var path = "/api/v1/imports/" + first.get("id").stringValue();

        var release = post(path + "/release", "{\"reason\": \"Please\"}", newKey());
        assertThat(release).hasStatus(403);
        assertThat(json(release).get("code").stringValue()).isEqualTo("needs_a_person");
        assertThat(post(path + "/refusal", "{}", newKey())).hasStatus(422);
        var refused = post(path + "/refusal", "{\"reason\": \"Totals differ\"}", newKey());
        assertThat(refused).hasStatusOk();
        assertThat(json(refused).get("state").stringValue()).isEqualTo("refused");
        var twice = post(path + "/refusal", "{\"reason\": \"Totals differ\"}", newKey());
        assertThat(twice).hasStatus(409);
        assertThat(json(get(path)).get("ended").get("reason").stringValue()).isEqualTo("Totals differ");

        var again = upload(bytes);
        assertThat(again).hasStatus(202);
        var second = json(get("/api/v1/imports/" + json(again).get("id").stringValue()));
        assertThat(second.get("again_of")).isEqualTo(first.get("id"));
    }
}
