package localgov.ims.reporting.pages;

import java.util.List;
import localgov.ims.platform.pages.Bars;
import org.jspecify.annotations.Nullable;

/// This morning at a glance.
///
/// @param today the day, in words
/// @param proof what the last look at the laws of the books found
/// @param month what came in on each of the last thirty days
/// @param suspense absent for those who may not see it
/// @param files the newest ones of today; absent for those who may not see them
/// @param moreFiles whether there were more of them today
public record TodayPage(
        String today,
        Proof proof,
        Fact yesterday,
        Fact todaySoFar,
        @Nullable Suspense suspense,
        List<MethodRow> methods,
        @Nullable MethodRow total,
        Bars month,
        @Nullable List<FileRow> files,
        boolean moreFiles,
        List<Link> decisions) {

    public record Link(String words, String href) {}

    /// @param classes of the tag: green when all hold, red when one does not, grey when nobody looked
    /// @param when when it was looked at, as a sentence
    public record Proof(String words, String classes, String when, boolean maySee) {}

    /// @param back what went back and what is left, as a sentence; absent when nothing went back
    public record Fact(
            String amount, String receipts, @Nullable String back) {}

    /// @param suggestions how many have a suggestion, as a sentence; absent when none has
    public record Suspense(
            String amount, String items, @Nullable String suggestions, boolean any) {}

    /// @param colour of the method; empty when it has none
    /// @param yesterdayBack what went back and what is left, as a sentence; absent when nothing went back
    public record MethodRow(
            String method,
            String colour,
            String yesterdayCount,
            String yesterday,
            @Nullable String yesterdayBack,
            String todayCount,
            String today,
            @Nullable String todayBack) {}

    public record FileRow(
            String name,
            String href,
            String received,
            String state,
            String stateClasses,
            String lines,
            String placed) {}
}
