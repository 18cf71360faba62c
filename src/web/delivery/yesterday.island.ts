// A tick on what did not run turns the button into "yes, all but one" and the row's word into "not aired".
for (const form of document.querySelectorAll<HTMLFormElement>('form[name=yesterday]')) {
  const words = form.querySelector<HTMLElement>('[data-live=all-aired]');
  form.addEventListener('change', () => {
    const ticks = [...form.querySelectorAll<HTMLInputElement>('input[name=missed]')];
    for (const tick of ticks) showWord(tick);
    const missed = ticks.filter((tick) => tick.checked).length;
    if (words)
      words.textContent =
        (missed > 0 ? words.dataset['some'] : words.dataset['none'])?.replace('{n}', String(missed)) ?? '';
  });
}

function showWord(tick: HTMLInputElement): void {
  for (const badge of tick.closest('li')?.querySelectorAll<HTMLElement>('[data-mark]') ?? [])
    badge.hidden = (badge.dataset['mark'] === 'missed') !== tick.checked;
}
