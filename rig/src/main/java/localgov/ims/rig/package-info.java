/// Drives the finished jar from outside, as people, programs and misfortune do: never by calling its classes.
@NullMarked
package localgov.ims.rig;

import org.jspecify.annotations.NullMarked;
