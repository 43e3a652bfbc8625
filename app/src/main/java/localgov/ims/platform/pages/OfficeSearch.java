package localgov.ims.platform.pages;

/// Where the search box at the top of each office page leads. The module that can find things declares one as a
/// bean; without it there is no box.
///
/// @param path      the page of results
/// @param parameter the name under which it takes what was typed
public record OfficeSearch(String path, String parameter) {}
