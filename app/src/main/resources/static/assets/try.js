// What a form would do is shown again while somebody types. Nothing is saved; without this, a button does the same.
const place = document.querySelector('[data-try]');
const pause = 400;
let waiting;
let asked = 0;

async function look() {
  const number = ++asked;
  const form = place.closest('form');
  try {
    const answer = await fetch(place.dataset.try, {
      method: 'POST',
      body: new URLSearchParams(new FormData(form)),
      headers: { Accept: 'text/html' },
      redirect: 'error',
    });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const result = page.querySelector('[data-try-result]');
    if (number === asked && result) show(result);
  } catch {
    // Not reached: the button still shows it.
  }
}

function show(result) {
  const now = place.querySelector('[data-try-result]');
  // What somebody opened stays open, and where they are stays where it is.
  const open = [...now.querySelectorAll('details')].map((details) => details.open);
  result.querySelectorAll('details').forEach((details, at) => {
    details.open = open[at] ?? false;
  });
  now.replaceChildren(...[...result.childNodes].map((node) => document.adoptNode(node)));
  const status = place.querySelector('[data-try-status]');
  const said = now.querySelector('[data-try-said]')?.textContent.trim() ?? now.textContent.trim();
  if (status.textContent !== said) status.textContent = said;
}

if (place) {
  place.closest('form').addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, pause);
  });
}
