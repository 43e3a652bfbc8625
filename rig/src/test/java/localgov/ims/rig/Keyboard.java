package localgov.ims.rig;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/// Somebody who has no mouse: goes from field to field by the tabulator, answers as they come to it,
/// and sends the form with the Enter key.
final class Keyboard {
    private static final int MOST_STEPS = 300;
    private static final String FROM_THE_END = "*from the end*";
    private static final String HERE = """
            () => {
              const at = document.activeElement;
              const form = at ? at.closest('form.ims-form, main form[method=post]') : null;
              const sends = () => form.matches('.ims-form') ? at.closest('.govuk-button-group') : at.type === 'submit';
              return form ? {
                kind: at.tagName === 'BUTTON' ? (sends() ? 'button' : 'other')
                  : at.tagName === 'SELECT' ? 'select'
                  : at.type === 'radio' ? 'radio' : at.type === 'checkbox' ? 'checkbox'
                  : at.tagName === 'INPUT' || at.tagName === 'TEXTAREA' ? 'text' : 'other',
                name: at.name || '',
                value: at.type === 'radio'
                  ? (form.querySelector(`input[name="${at.name}"]:checked`) || { value: '' }).value : at.value || '',
                most: at.tagName === 'SELECT' ? String(at.options.length)
                  : at.type === 'radio' ? String(form.querySelectorAll(`input[name="${at.name}"]`).length) : '0',
              } : { kind: 'outside', name: '', value: '', most: '0' };
            }
            """;

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    /// The answer that stands so many places before the last choice, whichever it is.
    static String fromTheEnd(int places) {
        return FROM_THE_END + places;
    }

    /// Where the focus is.
    ///
    /// @param most how many choices there are
    private record Here(String kind, String name, String value, int most) {}

    private Here here() {
        var told = (Map<?, ?>) page.evaluate(HERE);
        return new Here(
                String.valueOf(told.get("kind")),
                String.valueOf(told.get("name")),
                String.valueOf(told.get("value")),
                Integer.parseInt(String.valueOf(told.get("most"))));
    }

    /// Answers the form of this page and sends it.
    ///
    /// @param answers by name of the field, of boxes the one that is ticked; what is not named stays as it is
    void answers(Map<String, String> answers) {
        for (int step = 0; step < MOST_STEPS; step++) {
            page.keyboard().press("Tab");
            var here = here();
            var wanted = answers.get(here.name());
            if (here.kind().equals("button")) {
                page.waitForNavigation(() -> page.keyboard().press("Enter"));
                return;
            }
            boolean tick = here.kind().equals("checkbox");
            if (wanted != null && wanted.equals(here.value()) == tick) {
                answer(here, wanted);
            }
        }
        throw new AssertionError("The keyboard does not reach the end of the form on " + page.url());
    }

    private void answer(Here here, String wanted) {
        switch (here.kind()) {
            case "text" -> {
                page.keyboard().press("Control+A");
                page.keyboard().press("Delete");
                page.keyboard().type(wanted);
            }
            case "select" -> {
                page.keyboard().press("Home");
                goDownTo(wanted, here);
            }
            case "radio" -> {
                page.keyboard().press("Space");
                goDownTo(wanted, here);
            }
            case "checkbox" -> page.keyboard().press("Space");
            default -> {}
        }
    }

    private void goDownTo(String wanted, Here from) {
        int place = wanted.startsWith(FROM_THE_END)
                ? Math.max(0, from.most() - 1 - Integer.parseInt(wanted.substring(FROM_THE_END.length())))
                : -1;
        for (int step = 0; step <= from.most(); step++) {
            if (step == place || (place < 0 && here().value().equals(wanted))) {
                return;
            }
            page.keyboard().press("ArrowDown");
        }
        throw new AssertionError(
                "The keyboard does not reach “%s” of %s on %s".formatted(wanted, from.name(), page.url()));
    }

    /// Goes by the tabulator to a link that leads there, and follows it.
    void follows(String path) {
        for (int step = 0; step < MOST_STEPS; step++) {
            page.keyboard().press("Tab");
            var href = page.evaluate("() => (document.activeElement || {}).getAttribute?.('href')");
            if (path.equals(href)) {
                page.keyboard().press("Enter");
                page.waitForURL(url -> url.contains(path));
                return;
            }
        }
        throw new AssertionError("The keyboard does not reach " + path + " on " + page.url());
    }

    /// What the page says is wrong, one line for each.
    List<String> problems() {
        return page.locator(".govuk-error-summary__list li").allTextContents();
    }
}
