package localgov.ims.api;

import java.nio.charset.StandardCharsets;
import localgov.ims.people.OpenToAll;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The description of all calls, as OpenAPI 3.1.
@RestController
class Description {
    private static final String FILE = "api/openapi.json";

    @GetMapping("/api/v1/openapi.json")
    @OpenToAll(why = "who wants to write a program must be able to read what there is")
    ResponseEntity<String> openapi() throws java.io.IOException {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(new ClassPathResource(FILE).getContentAsString(StandardCharsets.UTF_8));
    }
}
