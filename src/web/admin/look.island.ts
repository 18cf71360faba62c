// A look's form: frames and warnings follow what is typed; a chosen mark is handed in at once, so that it is seen.

const lookForm = document.querySelector<HTMLFormElement>('form#look');
if (lookForm) start(lookForm);

interface Note {
  tone?: string;
  text: string;
}

interface Checked {
  notes: Note[];
  /** By the field's name. */
  why?: Record<string, string>;
}

/** Nobody types faster than this between two thoughts; a colour is dragged through hundreds. */
const WAIT_MS = 150;

function start(form: HTMLFormElement): void {
  const address = new URL(form.action).pathname;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let drawing = false;
  let again = false;

  form.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement && target.type === 'file') void handIn(target);
    else soon();
  });
  form.querySelector('[data-act=mark-away]')?.addEventListener('click', () => setMark('drawn'));

  function soon(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void draw(), WAIT_MS);
  }

  /** One drawing at a time: what is typed meanwhile is drawn after it. */
  async function draw(): Promise<void> {
    if (drawing) {
      again = true;
      return;
    }
    drawing = true;
    const fields = typed();
    await Promise.all([tellNotes(fields), showAll(fields)]);
    drawing = false;
    if (again) {
      again = false;
      await draw();
    }
  }

  /** One after another, so that the first is there soon; what is typed meanwhile makes the rest needless. */
  async function showAll(fields: URLSearchParams): Promise<void> {
    for (const image of frames()) {
      if (again) return;
      await show(image, fields);
    }
  }

  function typed(): URLSearchParams {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form))
      if (typeof value === 'string' && name !== '_csrf' && name !== 'version') fields.set(name, value);
    return fields;
  }

  function frames(): HTMLImageElement[] {
    return [...form.querySelectorAll<HTMLImageElement>('img[data-frame]')];
  }

  async function show(image: HTMLImageElement, fields: URLSearchParams): Promise<void> {
    const asked = new URLSearchParams(fields);
    asked.set('frame', image.dataset['frame'] ?? '');
    asked.set('aspect', image.dataset['aspect'] ?? '');
    const next = new Image();
    next.src = `${address}/frame.png?${asked}`;
    try {
      await next.decode();
      image.src = next.src;
    } catch (notDrawn) {
      // The old frame stays; what is wrong is said below it.
      if (!(notDrawn instanceof DOMException)) throw notDrawn;
    }
  }

  async function tellNotes(fields: URLSearchParams): Promise<void> {
    const place = form.querySelector<HTMLElement>('[data-notes]');
    if (!place) return;
    const failed = form.querySelector<HTMLElement>('[data-failed]')?.dataset['failed'] ?? '';
    const { notes, why } = await askNotes(fields, failed);
    place.replaceChildren(...notes.flatMap((note) => noteOf(note) ?? []));
    // Not known when the line is down: what is said of the fields stands.
    if (!why) return;
    for (const input of form.querySelectorAll<HTMLInputElement>('.field input[name*="."]'))
      sayWhy(input, why[input.name]);
  }

  async function askNotes(fields: URLSearchParams, failed: string): Promise<Checked> {
    try {
      const answer = await fetch(`${address}/check?${fields}`);
      if (!answer.ok) return { notes: [{ tone: 'bad', text: failed }] };
      const { notes, why = {} } = await answer.json();
      return { notes, why };
    } catch (lineIsDown) {
      if (!(lineIsDown instanceof TypeError)) throw lineIsDown;
      return { notes: [{ tone: 'bad', text: failed }] };
    }
  }

  async function handIn(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    if (!file) return;
    const body = new FormData();
    const csrf = form.querySelector<HTMLInputElement>('input[name=_csrf]')?.value ?? '';
    body.set('_csrf', csrf);
    body.set('markFile', file);
    const answer = await fetch('/admin/looks/marks', { method: 'POST', body, headers: { 'x-csrf-token': csrf } });
    const told = await answer.json().catch(() => ({}));
    sayWhy(
      input,
      answer.ok ? '' : (told.message ?? form.querySelector<HTMLElement>('[data-failed]')?.dataset['failed']),
    );
    // Handed in: the form need not carry it again.
    input.value = '';
    if (answer.ok) setMark(told.mark);
  }

  function setMark(mark: string): void {
    const field = form.elements.namedItem('mark');
    if (field instanceof HTMLInputElement) field.value = mark;
    const away = form.querySelector<HTMLElement>('[data-act=mark-away]');
    away?.toggleAttribute('hidden', mark === 'drawn');
    const said = form.querySelector('[data-mark-said]');
    if (said && away) said.textContent = away.dataset[mark === 'drawn' ? 'drawn' : 'own'] ?? '';
    soon();
  }
}

function noteOf({ tone, text }: Note): Node | undefined {
  const pattern = document.querySelector<HTMLTemplateElement>(`template[data-note=${tone ? 'warn' : 'help'}]`);
  const note = pattern?.content.firstElementChild?.cloneNode(true);
  if (!(note instanceof HTMLElement)) return undefined;
  if (tone) note.classList.add(tone);
  const place = note.querySelector('span');
  if (place) place.textContent = text;
  return note;
}

/** Under the field, as the server would say it. */
function sayWhy(input: HTMLInputElement, why: string | undefined): void {
  const field = input.closest('.field');
  const said = field?.querySelector('.why');
  // Said once, not at every letter.
  if ((said?.textContent ?? '') === (why ?? '')) return;
  field?.classList.toggle('err', Boolean(why));
  said?.remove();
  if (why) input.setAttribute('aria-invalid', 'true');
  else input.removeAttribute('aria-invalid');
  if (!why || !field) return;
  const place = document.createElement('span');
  place.className = 'why';
  place.setAttribute('role', 'alert');
  place.textContent = why;
  field.append(place);
}
