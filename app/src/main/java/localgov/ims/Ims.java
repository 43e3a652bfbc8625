package localgov.ims;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// LocalGov IMS: every pound a council receives, from its arrival to its proof.
@SpringBootApplication
public class Ims {
    public static void main(String[] arguments) {
        SpringApplication.run(Ims.class, arguments);
    }
}
