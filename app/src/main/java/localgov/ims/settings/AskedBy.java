package localgov.ims.settings;

import localgov.ims.people.Permission;

/// A type of reference data whose changes others may ask for than whoever changes settings: on a page of the room that
/// declares this as a bean. A second person agrees all the same.
///
/// @param type its name in addresses
public record AskedBy(String type, Permission permission) {}
