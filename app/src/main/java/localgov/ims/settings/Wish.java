package localgov.ims.settings;

import java.util.Map;

/// A change that somebody wishes for, as it is kept until a second person agrees.
///
/// @param type its name in addresses
/// @param key the entry's, also of one that is to be added
/// @param version of the entry when it was wished for; 0 for one that is to be added
/// @param answers by column; none when it is retired or brought back
record Wish(String type, Change.What what, String key, long version, Map<String, String> answers) {
    Wish with(Map<String, String> others) {
        return new Wish(type, what, key, version, others);
    }
}
