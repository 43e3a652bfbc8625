package localgov.ims.platform.pages;

import java.util.List;

/// A small bar chart drawn on the server, with the same figures as a table for those who cannot see it.
///
/// @param title       what it shows: "Came in, by day"
/// @param labelHead   the head of the table's first column: "Day"
/// @param figureHead  the head of the table's second column: "Amount"
/// @param bars        from left to right
public record Bars(String title, String labelHead, String figureHead, List<Bar> bars) {
    public static final int HEIGHT = 40;
    private static final int STEP = 8;
    private static final int THICK = 6;

    public Bars {
        bars = List.copyOf(bars);
    }

    /// One bar.
    ///
    /// @param label  what it stands for: "20 November"
    /// @param figure as it is written: "£412,905.16"
    /// @param value  how high it is beside the others; below nothing counts as nothing
    public record Bar(String label, String figure, long value) {}

    /// A bar as it is drawn, in units of the picture.
    public record Drawn(int x, int y, int width, int height, boolean last) {}

    public int width() {
        return Math.max(STEP, bars.size() * STEP);
    }

    /// The bars to scale: the highest fills the picture, and any value above nothing can be seen.
    public List<Drawn> drawn() {
        long highest = bars.stream().mapToLong(Bar::value).max().orElse(0);
        return java.util.stream.IntStream.range(0, bars.size())
                .mapToObj(i -> drawn(i, highest))
                .toList();
    }

    private Drawn drawn(int index, long highest) {
        var height = height(bars.get(index).value(), highest);
        return new Drawn(index * STEP, HEIGHT - height, THICK, height, index == bars.size() - 1);
    }

    private static int height(long value, long highest) {
        if (value <= 0 || highest <= 0) {
            return 0;
        }
        return Math.max(1, (int) Math.round((double) value / highest * HEIGHT));
    }
}
