package localgov.ims.api;

import jakarta.servlet.http.HttpServletRequest;
import localgov.ims.platform.pages.RequestReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/// The outermost edge of the API: whatever a call throws becomes a problem in the API's own words. What is our
/// fault is logged under the reference that the caller is given; nothing of the cause goes out.
@RestControllerAdvice(basePackageClasses = ApiFaults.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiFaults {
    private static final Logger LOG = LoggerFactory.getLogger(ApiFaults.class);

    @ExceptionHandler
    ResponseEntity<Object> tooLarge(MaxUploadSizeExceededException e) {
        return Problem.tooLarge("The file is larger than may be sent at once.").reply();
    }

    @ExceptionHandler
    ResponseEntity<Object> noFile(MissingServletRequestPartException e) {
        return Problem.badRequest(
                        "part_missing", "The request needs a part named %s.".formatted(e.getRequestPartName()))
                .reply();
    }

    @ExceptionHandler
    ResponseEntity<Object> noParts(MultipartException e) {
        return Problem.notReadable("The parts of the request cannot be read.").reply();
    }

    @ExceptionHandler
    ResponseEntity<Object> ours(Exception e, HttpServletRequest request) {
        var reference = RequestReference.of(request);
        LOG.error("{} {} failed, reference {}", request.getMethod(), request.getRequestURI(), reference, e);
        return Problem.ours(reference).reply();
    }
}
