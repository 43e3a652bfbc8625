// Comfort for payers: the pages say the same without it.
const pause = 500;
const soonest = 3000;
const latest = 30000;

// Under a reference that is being typed: what it is for, or the slip it may have. Nothing but the reference is sent.
function checking(place) {
  const field = document.getElementById(place.dataset.check);
  const form = field.closest('form');
  let waiting;
  let asked = 0;
  const look = async () => {
    const number = ++asked;
    const sent = new URLSearchParams({ reference: field.value, fund: place.dataset.fund });
    const token = form.querySelector('input[name="_csrf"]');
    if (token) sent.set('_csrf', token.value);
    let says = '';
    try {
      const answer = await fetch('/pay/check', { method: 'POST', body: sent, redirect: 'error' });
      if (answer.ok) says = (await answer.json()).says;
    } catch {
      // Not reached: the form says it.
    }
    if (number === asked && place.textContent !== says) place.textContent = says;
  };
  field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, pause);
  });
}

// A payment whose end nobody knows yet: asked about until somebody does, soon at first and then more seldom. Then the
// page is drawn anew.
function following(place) {
  let wait = soonest;
  const look = async () => {
    if (document.visibilityState === 'visible') {
      try {
        const answer = await fetch(place.dataset.state, { redirect: 'error' });
        if (answer.ok && !(await answer.json()).open) {
          location.reload();
          return;
        }
        const now = new Date().toLocaleTimeString('en-GB');
        place.textContent = place.dataset.looked.replace('…', now);
      } catch {
        // Not reached: asked again.
      }
    }
    wait = Math.min(latest, wait * 1.2);
    setTimeout(look, wait);
  };
  setTimeout(look, wait);
}

document.querySelectorAll('[data-check]').forEach(checking);
document.querySelectorAll('[data-state]').forEach(following);
