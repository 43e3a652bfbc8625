package localgov.ims.access.pages;

import org.jspecify.annotations.Nullable;

/// Setting up an authenticator app.
///
/// @param key to type into the app, in groups; absent before it has begun
/// @param picture the same as a QR code: the `d` of an SVG path
/// @param side how many modules the picture measures
public record CodePage(@Nullable String key, @Nullable String picture, int side) {}
