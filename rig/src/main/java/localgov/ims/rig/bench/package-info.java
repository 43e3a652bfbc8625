/// Benches: speed as ratios against a raw baseline in the same run, never as seconds. Those of posting
/// and search run the application in their own process, to time its front doors; everything else in the
/// rig stays outside.
@NullMarked
package localgov.ims.rig.bench;

import org.jspecify.annotations.NullMarked;
