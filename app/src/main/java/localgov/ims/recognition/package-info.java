/// Says where an amount belongs and why; decides nothing that it cannot explain.
///
/// Start at [localgov.ims.recognition.Recogniser]: pure, made of one snapshot of the catalogue and one index of
/// accounts. Only certainty places money by itself: a whole reference that fits a fund's format and names an account
/// that exists, or whose form is so particular that nothing else has it. Where two places are possible, none is
/// taken.
@NullMarked
@ApplicationModule(
        displayName = "Recognition",
        allowedDependencies = {"kernel", "platform", "councils", "catalogue", "accounts"})
package localgov.ims.recognition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
