// Small comforts of every page. Shows what needs a script (class `scripted`), hides what replaces it (`unscripted`),
// opens what a choice opens (`data-when="name=value"`), prints, shows the password, tries again
// after an error of ours.
import { moveByArrows } from './grid-keys.ts';
import { turnByKeys } from './present-keys.ts';

document.documentElement.classList.add('js');

for (const table of document.querySelectorAll<HTMLTableElement>('table[data-grid]')) moveByArrows(table);

const projected = document.querySelector<HTMLElement>('.present main');
if (projected) turnByKeys(projected);

for (const part of document.querySelectorAll<HTMLElement>('[data-retry]'))
  setTimeout(() => location.reload(), Number(part.dataset['retry']) * 1000);

for (const button of document.querySelectorAll('[data-act=print]'))
  button.addEventListener('click', () => window.print());

for (const button of document.querySelectorAll('[data-act=show-password]')) {
  const input = button.parentElement?.querySelector('input');
  button.addEventListener('click', () => {
    if (input) input.type = input.type === 'password' ? 'text' : 'password';
  });
}

document.addEventListener('change', (event) => {
  const input = event.target;
  if (input instanceof HTMLSelectElement) input.closest<HTMLFormElement>('form[data-auto]')?.requestSubmit();
  if (!(input instanceof HTMLInputElement) || input.type !== 'radio') return;
  for (const part of document.querySelectorAll(`[data-when^="${CSS.escape(input.name)}="]`))
    part.classList.toggle('folded', part.getAttribute('data-when') !== `${input.name}=${input.value}`);
});
