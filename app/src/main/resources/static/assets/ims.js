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

// "/" goes to the search box, except while somebody is typing.
function shortcuts() {
  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest('input, textarea, select, [contenteditable]');
    if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const find = document.getElementById('find');
    if (find) {
      event.preventDefault();
      find.focus();
      find.select();
    }
  });
}

findAsYouType();
copying();
printing();
shortcuts();
start();
