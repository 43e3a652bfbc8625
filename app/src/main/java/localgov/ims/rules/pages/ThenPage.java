package localgov.ims.rules.pages;

import java.util.Map;

/// A condition that is put together, before it is said what follows.
///
/// @param sentence the condition as a plain sentence
/// @param action where the form of the rule is, which opens filled in with what is `carried`
public record ThenPage(String title, String sentence, String action, Map<String, String> carried) {}
