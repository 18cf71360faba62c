import type { EditedDocument } from './document.ts';

const WAIT_MS = 250;

/** The big figure's picture follows what is typed, the look and the length; what keeps it out of the film is said beside it. */
export function figureCard(form: HTMLFormElement, current: () => EditedDocument) {
  const card = form.querySelector<HTMLElement>('[data-figure]');
  const input = card?.querySelector<HTMLInputElement>('input[name=figure]');
  const image = card?.querySelector('img');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown = '';

  card?.addEventListener('click', ({ target }) => {
    const chip = target instanceof Element ? target.closest<HTMLElement>('[data-figure-line]') : null;
    if (!chip || !input) return;
    input.value = chip.dataset['figureLine'] ?? '';
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });

  /** Draws anew, soon, if anything that it depends on has changed. */
  function follow(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void draw(), WAIT_MS);
  }

  async function draw(): Promise<void> {
    const { figure = '', look, cuts } = current();
    const address = `${card?.dataset['figure']}?${new URLSearchParams({
      ...{ text: figure, look, length: String(cuts[0]?.lengthSeconds ?? '') },
    })}`;
    if (!card || address === shown) return;
    shown = address;
    if (figure.trim() === '') return show(undefined, '');
    try {
      const answer = await fetch(address);
      // Another one was asked for meanwhile.
      if (address !== shown) return;
      if (answer.ok) show(URL.createObjectURL(await answer.blob()), '');
      else show(undefined, (await answer.json()).message ?? '');
    } catch (lineIsDown) {
      if (!(lineIsDown instanceof TypeError) && !(lineIsDown instanceof SyntaxError)) throw lineIsDown;
      show(undefined, card.dataset['failed'] ?? '');
    }
  }

  function show(picture: string | undefined, why: string): void {
    if (image?.src.startsWith('blob:')) URL.revokeObjectURL(image.src);
    if (image && picture) image.src = picture;
    image?.toggleAttribute('hidden', !picture);
    const field = input?.closest('.field');
    field?.querySelector('.why')?.remove();
    field?.classList.toggle('err', why !== '');
    if (why === '' || !field) return;
    const place = document.createElement('span');
    place.className = 'why';
    place.setAttribute('role', 'status');
    place.textContent = why;
    field.append(place);
  }

  return {
    follow,
    fill: (text: string) => {
      if (input) input.value = text;
      follow();
    },
  };
}
