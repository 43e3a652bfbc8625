// Everything here only adds comfort: each page works without it.
const here = document.querySelector('script[data-govuk]');

async function start() {
  const { initAll } = await import(here.dataset.govuk);
  initAll();
  if (document.querySelector('[data-module^="moj-"]')) {
    const moj = await import(here.dataset.moj);
    moj.initAll();
  }
}

// A drop-down list marked data-autocomplete becomes a field that finds as you type.
function findAsYouType() {
  const lists = document.querySelectorAll('select[data-autocomplete]');
  if (lists.length === 0) return;
  const script = document.createElement('script');
  script.src = here.dataset.autocomplete;
  script.addEventListener('load', () => {
    lists.forEach((list) =>
      window.accessibleAutocomplete.enhanceSelectElement({
        selectElement: list,
        defaultValue: '',
        showAllValues: true,
      }),
    );
  });
  document.head.append(script);
}

// A reference is copied without its spaces: <button data-copy="Q7FK2M9DX" data-copied="Copied" hidden>.
function copying() {
  document.querySelectorAll('button[data-copy]').forEach((button) => {
    button.hidden = !navigator.clipboard;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.textContent = button.dataset.copied;
    });
  });
}

// A page that is worth keeping is printed: <button data-print hidden>.
function printing() {
  document.querySelectorAll('button[data-print]').forEach((button) => {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  });
}

// On a phone the places of the office fold away behind a button: <button aria-controls="places" data-fold>.
function folding() {
  document.querySelectorAll('button[data-fold]').forEach((button) =>
    button.addEventListener('click', () =>
      button.setAttribute('aria-expanded', button.getAttribute('aria-expanded') === 'false'),
    ),
  );
}

// "/" goes to the search box and "?" shows which keys do what, except while somebody is typing. Whoever needs those
// keys for something else, such as speech input, turns them off for this browser.
const keysOff = 'ims-keys-off';

function turnedOff() {
  try {
    return localStorage.getItem(keysOff) !== null;
  } catch {
    return false;
  }
}

function turn(off) {
  try {
    if (off) localStorage.setItem(keysOff, 'yes');
    else localStorage.removeItem(keysOff);
  } catch {
    // A browser that keeps nothing leaves them as they are.
  }
}

function isTyping(event) {
  return event.target.closest('input, textarea, select, [contenteditable]') !== null;
}

function shortcuts() {
  document.addEventListener('keydown', (event) => {
    if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey || turnedOff()) return;
    const find = document.getElementById('find');
    const help = document.querySelector('a[data-keys]');
    if (event.key === '/' && find) {
      event.preventDefault();
      find.focus();
      find.select();
    } else if (event.key === '?' && help) {
      event.preventDefault();
      showKeys(help);
    }
  });
}

// The page of keys, shown over this one, so that nothing that was filled in is lost.
async function showKeys(help) {
  if (document.querySelector('dialog.ims-dialog[open]')) return;
  let words;
  try {
    const answer = await fetch(help.dataset.keys, { redirect: 'error' });
    words = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-keys-help]');
  } catch {
    // Not reached: the link at the end of the page still leads there.
  }
  if (!words) return;
  const dialog = document.createElement('dialog');
  dialog.className = 'ims-dialog';
  const title = words.querySelector('h1');
  const heading = document.createElement('h2');
  heading.className = 'govuk-heading-m';
  heading.id = 'ims-dialog-title';
  heading.textContent = title.textContent;
  title.replaceWith(heading);
  dialog.setAttribute('aria-labelledby', heading.id);
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'govuk-button';
  close.textContent = help.dataset.close;
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  dialog.append(document.adoptNode(words), close);
  document.body.append(dialog);
  keySwitch(dialog);
  dialog.showModal();
  close.focus();
}

function keySwitch(within) {
  const button = within.querySelector('[data-keys-switch]');
  if (!button) return;
  const state = within.querySelector('[data-keys-state]');
  const show = () => {
    const now = turnedOff() ? 'off' : 'on';
    state.textContent = state.dataset[now];
    button.textContent = button.dataset[now];
  };
  button.hidden = false;
  button.addEventListener('click', () => {
    turn(!turnedOff());
    show();
  });
  show();
}

findAsYouType();
copying();
printing();
folding();
shortcuts();
keySwitch(document);
start();
