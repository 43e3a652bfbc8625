package localgov.ims.portal;

import java.util.Optional;
import localgov.ims.catalogue.Fund;
import localgov.ims.platform.words.Words;

/// Another room offers another way to pay the bills of a fund than all at once, and has it shown beside them.
public interface OtherWays {
    /// Nothing when it does not offer it for this fund now.
    Optional<Way> of(Fund fund, Words words);

    /// @param words what the payer reads and follows
    /// @param why what it is good for
    /// @param href where it leads
    record Way(String words, String why, String href) {}
}
