/// An open benchmark of recognition: bank lines of a made-up borough with everything that payers and
/// banks get wrong, each labelled with the account that was meant. Everything is made from a seed; the
/// same seed and shares make the same lines. See `docs/recognition.md`.
@NullMarked
package localgov.ims.recognition.benchmark;

import org.jspecify.annotations.NullMarked;
