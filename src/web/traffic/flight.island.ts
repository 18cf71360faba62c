// A new order's effect while it is being typed: the form posts itself as the preview button would, and takes over what
// the answer says in the effect's box. Without a script that button does it.

// Long enough that a typed date is whole.
const PAUSE_MS = 500;

const form = document.querySelector<HTMLFormElement>('#flight');
if (form) watch(form);

function watch(form: HTMLFormElement): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  const ask = async () => {
    asked += 1;
    const turn = asked;
    const body = new FormData(form);
    body.set('intent', 'preview');
    const answer = await fetch(form.action, { method: 'POST', body });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const [fresh, shown] = [page.querySelector('[data-live=effect]'), form.querySelector('[data-live=effect]')];
    // A later keystroke has asked again: this answer is old.
    if (turn === asked && fresh && shown) shown.replaceWith(fresh);
  };
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask().catch(keepWhatStands), PAUSE_MS);
  });
}

/** Offline: the figures of before stay, and the button still asks the service. */
function keepWhatStands(error: unknown): void {
  if (!(error instanceof TypeError)) throw error;
}
