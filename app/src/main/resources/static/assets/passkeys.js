// A form marked data-passkey asks the browser for a passkey before it is sent: data-passkey="make" or "sign", and
// data-ask is where we say what the device is to do. Without this script such a form stays hidden.
const encode = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const decode = (text) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));

function understood(asked) {
  const described = (all) => (all ?? []).map((one) => ({ ...one, id: decode(one.id) }));
  const options = { ...asked, challenge: decode(asked.challenge) };
  if (asked.user) {
    options.user = { ...asked.user, id: decode(asked.user.id) };
    options.excludeCredentials = described(asked.excludeCredentials);
  } else {
    options.allowCredentials = described(asked.allowCredentials);
  }
  return options;
}

function told(credential) {
  const response = { clientDataJSON: encode(credential.response.clientDataJSON) };
  if (credential.response.attestationObject) {
    response.attestationObject = encode(credential.response.attestationObject);
    response.transports = credential.response.getTransports?.() ?? [];
  } else {
    response.authenticatorData = encode(credential.response.authenticatorData);
    response.signature = encode(credential.response.signature);
    if (credential.response.userHandle) response.userHandle = encode(credential.response.userHandle);
  }
  return JSON.stringify({
    id: credential.id,
    rawId: encode(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
    response,
  });
}

// Empty when we do not answer with what to do: then the page is asked for again, and says what else is needed.
async function asked(form) {
  const token = form.querySelector('input[name="_csrf"]');
  const body = new URLSearchParams(token ? { _csrf: token.value } : {});
  const reply = await fetch(form.dataset.ask, { method: 'POST', body, credentials: 'same-origin' });
  return reply.ok && reply.headers.get('Content-Type')?.startsWith('application/json') ? reply.json() : undefined;
}

async function ask(form) {
  const options = await asked(form);
  if (!options) {
    window.location.reload();
    return undefined;
  }
  const publicKey = understood(options);
  return form.dataset.passkey === 'make'
    ? navigator.credentials.create({ publicKey })
    : navigator.credentials.get({ publicKey });
}

function watch(form) {
  const state = form.querySelector('[data-passkey-state]');
  const answer = form.querySelector('[data-passkey-answer]');
  form.hidden = false;
  form.addEventListener('submit', async (event) => {
    if (answer.value) return;
    event.preventDefault();
    state.textContent = '';
    try {
      const credential = await ask(form);
      if (!credential) return;
      answer.value = told(credential);
      form.submit();
    } catch (trouble) {
      state.textContent = trouble.name === 'InvalidStateError' ? form.dataset.has : form.dataset.not;
    }
  });
}

if (window.PublicKeyCredential) {
  document.querySelectorAll('form[data-passkey]').forEach(watch);
  document.querySelectorAll('[data-passkey-missing]').forEach((note) => note.remove());
}
