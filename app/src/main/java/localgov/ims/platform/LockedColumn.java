package localgov.ims.platform;

/// A column of a room's own table that holds what the [Strongbox] locked. All of it is SQL that the room writes down;
/// nothing of it ever comes from outside.
///
/// @param key names a row, `keyType` its type
/// @param column may be null or empty where nothing is kept
/// @param place where the lock opens
public record LockedColumn(String table, String key, String keyType, String column, String place) {}
