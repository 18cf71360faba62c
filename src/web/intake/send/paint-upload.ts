import { formatSent, formatSpan } from '../../frame/format.ts';
import type { Carried, Carrier } from './carry-film.ts';

/** Shows how far the film is: on the steps' card, or on its card at home. */
export function paintUpload(carrier: Carrier): void {
  const carried = carrier.now();
  const card = document.querySelector<HTMLElement>('.up[data-clip]');
  if (card && card.dataset['clip'] === carried.clipId) paintCard(card, carried, carrier);
  const home = document.querySelector(`a[href="/clips/${carried.clipId}"]`)?.closest('li');
  const bar = home?.querySelector('progress');
  const words = home?.querySelector('progress + small');
  if (bar) bar.value = percent(carried);
  if (words) words.textContent = sentence(carried, words.getAttribute('data-progress') ?? '');
}

function paintCard(card: HTMLElement, carried: Carried, carrier: Carrier): void {
  const words = (name: string) => card.dataset[name] ?? '';
  const set = (name: string, text: string) => {
    const place = card.querySelector(`[data-live="${name}"]`);
    if (place && place.textContent !== text) place.textContent = text;
  };
  const bar = card.querySelector('progress');
  if (bar) bar.value = percent(carried);
  set('upload-title', carried.state === 'received' ? words('here') : words('title'));
  set('upload-progress', sentence(carried, words(carried.secondsLeft === undefined ? 'sentof' : 'progress')));
  set('upload-says', carried.why ?? words(carried.state.toLowerCase()));
  card.querySelector('[data-live=upload-pick]')?.remove();
  const button = card.querySelector<HTMLButtonElement>('[data-act=pause]');
  if (!button) return;
  const stopped = carried.state === 'paused' || carried.state === 'full';
  button.hidden = carried.state === 'received' || carried.state === 'refused';
  button.setAttribute('aria-label', stopped ? words('resume') : words('pause'));
  const use = button.querySelector('use');
  use?.setAttribute('href', (use.getAttribute('href') ?? '').replace(/#.*$/, stopped ? '#i-play' : '#i-pause'));
  button.onclick = () => (stopped ? carrier.resume() : carrier.pause());
}

function sentence({ sentBytes, totalBytes, secondsLeft }: Carried, template: string): string {
  const language = document.documentElement.lang === 'en' ? 'en' : 'hi';
  const parts: Record<string, string> = {
    ...formatSent(sentBytes, totalBytes, language),
    time: secondsLeft === undefined ? '' : formatSpan(secondsLeft, language),
  };
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => parts[name] ?? whole);
}

function percent({ sentBytes, totalBytes }: Carried): number {
  return totalBytes > 0 ? Math.round((sentBytes / totalBytes) * 1000) / 10 : 0;
}
