/** Before and after of a help: says that it is being drawn, and what to do when it can't be; a drawn film plays at once. */
export function showCompared(page: ParentNode): void {
  for (const fold of page.querySelectorAll<HTMLDetailsElement>('details.compared')) {
    fold.addEventListener('toggle', () => {
      if (fold.open && !fold.dataset['drawn']) void draw(fold);
    });
    fold.querySelector('[data-act=draw-again]')?.addEventListener('click', () => void draw(fold));
  }
}

async function draw(fold: HTMLDetailsElement): Promise<void> {
  const shown = fold.querySelector<HTMLImageElement | HTMLVideoElement>('img,video');
  if (!shown) return;
  tell(fold, 'drawing');
  shown.hidden = true;
  const done = await fetchWhole(shown.src);
  tell(fold, done ? undefined : 'not-drawn');
  if (!done) return;
  fold.dataset['drawn'] = 'yes';
  shown.hidden = false;
  if (shown instanceof HTMLVideoElement) {
    shown.load();
    // A browser that plays nothing by itself shows its button.
    shown.play().catch(() => undefined);
  }
}

/** The browser keeps it: what shows it finds it there. */
async function fetchWhole(address: string): Promise<boolean> {
  try {
    const answer = await fetch(address);
    await answer.blob();
    return answer.ok;
  } catch (lineIsDown) {
    if (!(lineIsDown instanceof TypeError)) throw lineIsDown;
    return false;
  }
}

function tell(fold: HTMLDetailsElement, what: 'drawing' | 'not-drawn' | undefined): void {
  for (const name of ['drawing', 'not-drawn'])
    fold.querySelector(`[data-live=${name}]`)?.toggleAttribute('hidden', name !== what);
}
