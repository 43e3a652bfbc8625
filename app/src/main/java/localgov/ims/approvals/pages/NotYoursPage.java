package localgov.ims.approvals.pages;

import java.util.List;

/// What somebody is told whom a request does not concern.
///
/// @param kind what it is, in words
/// @param asked who asked for it, and when
/// @param names who may see it, some of them
/// @param more how many others may; empty when nobody else
/// @param back where the requests are that concern whoever looks
public record NotYoursPage(String kind, String asked, List<String> names, String more, String back) {}
