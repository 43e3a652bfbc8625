package localgov.ims;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/// LocalGov IMS: every pound a council receives, from its arrival to its proof.
///
/// Parts are told apart by their full names, because rooms use the same words (`Doors`, `PaymentStore`).
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Ims {
    public static void main(String[] arguments) {
        SpringApplication.run(Ims.class, arguments);
    }
}
