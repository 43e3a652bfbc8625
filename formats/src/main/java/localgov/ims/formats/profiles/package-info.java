/// Files that a description is enough for: rows with delimiters, of fixed width or of a spreadsheet.
///
/// A [localgov.ims.formats.profiles.Profile] is such a description, read from JSON and refused with every fault
/// in it. [localgov.ims.formats.profiles.ProfileReader] reads a file by one and tells it as every other
/// statement is told. [localgov.ims.formats.profiles.ShippedProfiles] come with the system. The reader makes
/// [localgov.ims.formats.profiles.Rows] of a file, gives each to the kind of record whose condition holds, and
/// closes the section at a trailer.
@NullMarked
package localgov.ims.formats.profiles;

import org.jspecify.annotations.NullMarked;
