package localgov.ims.portal;

import java.util.Map;
import localgov.ims.payments.Created;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.Words;

/// Why a bill cannot be paid, in the payer's language.
final class Refusals {
    private Refusals() {}

    /// @param code what the accounts say is wrong
    /// @param values what comes with it: `limit`, `shortest`, `longest`, `starts`, `message`, `message_cy`
    static String inWords(FundFace fund, String code, Map<String, String> values) {
        var words = fund.words();
        return switch (code) {
            case "blank" -> words.say("portal.refused.blank", fund.label());
            case "length" -> length(fund, values.getOrDefault("shortest", ""), values.getOrDefault("longest", ""));
            case "starts" ->
                words.say("portal.refused.starts", fund.label(), starts(words, values.getOrDefault("starts", "")));
            case "characters" -> words.say("portal.refused.characters", fund.label());
            case "pattern", "mask" -> words.say("portal.refused.form", fund.label(), fund.hint());
            case "check-digit" -> words.say("portal.refused.check-digit", fund.label());
            case "unknown-account" -> words.say("portal.refused.unknown-account", fund.label());
            case "above-fund", "above-method", Created.TOO_MUCH ->
                words.say("portal.refused.above", values.getOrDefault("limit", ""));
            case "not-the-price" -> words.say("portal.refused.price", values.getOrDefault("limit", ""));
            case "below-method", Created.TOO_LITTLE ->
                words.say("portal.refused.below", values.getOrDefault("limit", ""));
            case "not-positive" -> words.say("portal.amount.not-positive");
            case "stopped", "fund-stopped" ->
                stopped(words, values.getOrDefault("message", ""), values.getOrDefault("message_cy", ""));
            case "not-offered" -> words.say("portal.refused.no-cards");
            case "fund-closed", "method-closed", "not-online", "unknown-fund" ->
                words.say("portal.refused.closed", fund.name());
            case Created.APART -> words.say("portal.refused.apart");
            default -> words.say("portal.refused.other", fund.name());
        };
    }

    private static String length(FundFace fund, String shortest, String longest) {
        return shortest.equals(longest)
                ? fund.words().say("portal.refused.length", fund.label(), shortest)
                : fund.words().say("portal.refused.length-between", fund.label(), shortest, longest);
    }

    private static String starts(Words words, String starts) {
        return words.language() == Language.WELSH ? starts.replace(" or ", " neu ") : starts;
    }

    /// The council's own message to this payer, as it wrote it.
    private static String stopped(Words words, String message, String inWelsh) {
        return message.isBlank() ? words.say("portal.refused.stopped") : words.either(message, inWelsh);
    }
}
