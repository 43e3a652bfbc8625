// Accounts are suggested while somebody types. What is typed is sent in the body, never in an address.
const place = document.querySelector('[data-accounts]');
const script = document.querySelector('script[data-autocomplete]');
const shortest = 3;
const pause = 200;
let waiting;
let asked = 0;

function escaped(text) {
  const span = document.createElement('span');
  span.textContent = text;
  return span.innerHTML;
}

function wordsOf(account) {
  return typeof account === 'string' ? account : (account?.words ?? '');
}

function filled(sentence, ...values) {
  return values.reduce((text, value, at) => text.replace(`{${at}}`, value), sentence);
}

async function look(typed, show) {
  const number = ++asked;
  const body = new URLSearchParams(new FormData(place.closest('form')));
  body.set('q', typed);
  try {
    const answer = await fetch(place.dataset.accounts, {
      method: 'POST',
      body,
      headers: { Accept: 'application/json' },
      redirect: 'error',
    });
    if (answer.ok && number === asked) show(await answer.json());
  } catch {
    // Not reached: the button still finds them.
  }
}

function suggest() {
  const input = place.querySelector('input');
  // What described the field is told with the hint of the suggestions, which takes its place.
  const described = (input.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent.trim())
    .filter(Boolean);
  const box = document.createElement('div');
  input.replaceWith(box);
  // Enter looks for what was typed unless one of the suggestions is chosen.
  box.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Enter' || box.querySelector('[role="option"][aria-selected="true"]')) return;
      event.preventDefault();
      event.stopPropagation();
      box.closest('form').requestSubmit();
    },
    true,
  );
  window.accessibleAutocomplete({
    element: box,
    id: input.id,
    name: input.name,
    defaultValue: input.value,
    minLength: shortest,
    confirmOnBlur: false,
    displayMenu: 'overlay',
    source: (typed, show) => {
      clearTimeout(waiting);
      waiting = setTimeout(() => look(typed, show), pause);
    },
    templates: { inputValue: wordsOf, suggestion: (account) => escaped(wordsOf(account)) },
    onConfirm: (account) => {
      if (account?.href) location.assign(account.href);
    },
    tAssistiveHint: () => [...described, place.dataset.hint].join('. '),
    tNoResults: () => place.dataset.none,
    tStatusNoResults: () => place.dataset.none,
    tStatusQueryTooShort: (least) => filled(place.dataset.short, least),
    tStatusSelectedOption: (chosen, length, index) => filled(place.dataset.selected, wordsOf(chosen), index + 1, length),
    tStatusResults: (length) => filled(place.dataset.some, length),
  });
  // The library names its list in the older way alone.
  box.querySelector('input').setAttribute('aria-controls', `${input.id}__listbox`);
}

if (place && script) {
  const library = document.createElement('script');
  library.src = script.dataset.autocomplete;
  library.addEventListener('load', suggest);
  document.head.append(library);
}
