// While a file is being read: its numbers as they change, and the whole page again when it is done.
const live = document.querySelector('[data-progress]');
const pause = 1000;

function show(now) {
  live.querySelectorAll('[data-live]').forEach((place) => {
    const value = now[place.dataset.live];
    if (place.tagName === 'PROGRESS') {
      place.value = value;
    } else if (place.textContent !== value) {
      place.textContent = value;
    }
  });
}

async function look() {
  try {
    const answer = await fetch(live.dataset.progress, { headers: { Accept: 'application/json' }, redirect: 'error' });
    if (!answer.ok) return location.reload();
    const now = await answer.json();
    if (!now.open) return location.reload();
    show(now);
  } catch {
    // Not reached this time; the next look may be.
  }
  return setTimeout(look, pause);
}

if (live) setTimeout(look, pause);
