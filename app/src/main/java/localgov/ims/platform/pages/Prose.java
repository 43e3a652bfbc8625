package localgov.ims.platform.pages;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A text that somebody at the council wrote: paragraphs of plain words and links, and nothing else.
///
/// An empty line parts paragraphs; `[words](https://example.org)` is a link. Whatever else the text holds, markup
/// too, is shown as it was typed, because every piece is escaped where it is drawn. A link leads to a web address
/// that begins with https://, to a page of ours (`/basket`), to an e-mail address (`mailto:`) or a telephone
/// (`tel:`); anything else stays text.
public record Prose(List<Paragraph> paragraphs) {
    public static final Prose NONE = new Prose(List.of());

    private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]\\n]{1,200})]\\(([^()\\s]{1,500})\\)");
    private static final Pattern EMPTY_LINES = Pattern.compile("\\n[ \\t]*\\n\\s*");
    private static final Pattern MAIL = Pattern.compile("mailto:[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final Pattern PHONE = Pattern.compile("tel:\\+?[0-9-]{3,20}");
    private static final Pattern OURS = Pattern.compile("/([A-Za-z0-9][A-Za-z0-9/._-]*)?");

    public Prose {
        paragraphs = List.copyOf(paragraphs);
    }

    public record Paragraph(List<Piece> pieces) {
        public Paragraph {
            pieces = List.copyOf(pieces);
        }
    }

    /// @param href absent for words that lead nowhere
    public record Piece(String text, @Nullable String href) {
        String plain() {
            return href == null ? text : "%s (%s)".formatted(text, href.replaceFirst("^(mailto|tel):", ""));
        }
    }

    public static Prose of(String text) {
        return new Prose(Stream.of(EMPTY_LINES.split(text.replace("\r\n", "\n").strip()))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .map(Prose::paragraph)
                .toList());
    }

    private static Paragraph paragraph(String text) {
        var pieces = new ArrayList<Piece>();
        var links = LINK.matcher(text);
        int at = 0;
        while (links.find()) {
            if (leadsSomewhere(links.group(2))) {
                words(text.substring(at, links.start())).forEach(pieces::add);
                pieces.add(new Piece(links.group(1), links.group(2)));
                at = links.end();
            }
        }
        words(text.substring(at)).forEach(pieces::add);
        return new Paragraph(pieces);
    }

    private static Stream<Piece> words(String text) {
        return text.isEmpty() ? Stream.empty() : Stream.of(new Piece(text, null));
    }

    /// The first address in the text that no link may have.
    public static Optional<String> badAddress(String text) {
        return LINK.matcher(text)
                .results()
                .map(link -> link.group(2))
                .filter(address -> !leadsSomewhere(address))
                .findFirst();
    }

    private static boolean leadsSomewhere(String address) {
        return OURS.matcher(address).matches()
                || MAIL.matcher(address).matches()
                || PHONE.matcher(address).matches()
                || isWebAddress(address);
    }

    private static boolean isWebAddress(String address) {
        try {
            var read = URI.create(address);
            return "https".equals(read.getScheme()) && read.getHost() != null && read.getUserInfo() == null;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    public boolean isEmpty() {
        return paragraphs.isEmpty();
    }

    /// As an e-mail says it: the address of a link behind its words.
    public String plain() {
        return paragraphs.stream()
                .map(paragraph -> paragraph.pieces().stream().map(Piece::plain).collect(Collectors.joining()))
                .collect(Collectors.joining("\n\n"));
    }
}
