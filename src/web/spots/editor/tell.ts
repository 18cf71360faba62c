export type Told = 'saved' | 'local' | 'stale' | 'refused';

/** What became of an edit: quietly in the dock while all is well; with what to do now, on a line of its own, when it is not. */
export function tell(what: Told, message?: string): void {
  const words = document.querySelector<HTMLElement>('[data-live=saved]');
  const trouble = document.querySelector<HTMLElement>('[data-live=trouble]');
  if (!words || !trouble) return;
  const isTrouble = what === 'stale' || what === 'refused';
  const said = message ?? (isTrouble ? trouble : words).dataset[what] ?? '';
  words.hidden = isTrouble;
  trouble.hidden = !isTrouble;
  words.querySelector('svg')?.toggleAttribute('hidden', what !== 'saved');
  show(isTrouble ? trouble : words, said);
  for (const way of trouble.querySelectorAll<HTMLElement>('[data-when-told]'))
    way.hidden = way.dataset['whenTold'] !== what;
}

function show(place: HTMLElement, said: string): void {
  const span = place.querySelector('span');
  // Read aloud once, not at every letter.
  if (span && span.textContent !== said) span.textContent = said;
}
