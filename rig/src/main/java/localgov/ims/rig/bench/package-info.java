/// Benches: speed as ratios against a raw baseline in the same run, never as seconds.
@NullMarked
package localgov.ims.rig.bench;

import org.jspecify.annotations.NullMarked;
