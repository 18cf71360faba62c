// Send: the film starts on its way at step 1 and goes on while one types; a cut line, a reload or a closed page loses
// nothing that has arrived. The steps are the service's own pages, taken over one by one without leaving this one.
import { type Carrier, carryFilm } from './send/carry-film.ts';
import { filmStill, showStill } from './send/film-still.ts';
import { forgetTyped, keepTyped } from './send/keep-typed.ts';
import { liveWho } from './send/live-who.ts';
import { paintUpload } from './send/paint-upload.ts';
import { recordVoice } from './send/record-voice.ts';
import { swapPage } from './send/swap-page.ts';

const csrf = document.querySelector<HTMLMetaElement>('meta[name=csrf-token]')?.content ?? '';
const language = document.documentElement.lang;
const waiting: { file: File; metadata: Record<string, string> }[] = [];
let carrier: Carrier | undefined;
/** A picture of the film on its way, drawn here: the service has none before it has the film. */
let still: string | undefined;

const isGoing = () => {
  const state = carrier?.now().state;
  return state !== undefined && state !== 'received' && state !== 'refused';
};

function enhance(): void {
  for (const id of ['who', 'consent']) {
    const form = document.querySelector<HTMLFormElement>(`form#${id}`);
    if (form) keepTyped(form);
    if (form && id === 'who') liveWho(form);
    if (form && id === 'consent') recordVoice(form);
  }
  if (carrier) paintUpload(carrier);
  if (still) showStill(still);
}

async function drawStill(file: File): Promise<void> {
  still = await filmStill(file);
  if (still) showStill(still);
}

/** Takes the films that were chosen at step 1: the first goes at once, the others after it. */
async function takeFilms(input: HTMLInputElement): Promise<void> {
  const field = (name: string) =>
    input.form?.querySelector<HTMLInputElement | HTMLSelectElement>(`[name=${name}]`)?.value ?? '';
  const metadata = Object.fromEntries(
    [
      ['district', field('district')],
      ['again', field('again')],
    ].filter(([, value]) => value),
  );
  const district = input.form?.querySelector<HTMLSelectElement>('select[name=district]');
  if (district && !district.reportValidity()) {
    input.value = '';
    return;
  }
  for (const file of input.files ?? []) waiting.push({ file, metadata });
  input.value = '';
  if (!isGoing()) await sendNext();
}

async function sendNext(): Promise<void> {
  const next = waiting.shift();
  if (!next) return;
  carrier = await carryFilm({ ...next, csrf, language }, onCarried);
  await drawStill(next.file);
}

let openedClip: string | undefined;

function onCarried(): void {
  if (!carrier) return;
  const { state, clipId, why } = carrier.now();
  paintUpload(carrier);
  if (clipId && clipId !== openedClip) {
    openedClip = clipId;
    if (location.pathname === '/send') void visit(`/send/${clipId}/who`);
  }
  if (state === 'refused' && location.pathname === '/send') tellRefused(why);
  if (state !== 'received') return;
  if (location.pathname === '/') void visit(location.href);
  void sendNext();
}

function tellRefused(why: string | undefined): void {
  const alert = document.createElement('p');
  alert.className = 'note bad';
  alert.setAttribute('role', 'alert');
  alert.textContent = why ?? '';
  document.querySelector('form#film')?.prepend(alert);
}

/** After a reload: the same file again goes on, another one is said to be another. */
async function takeSame(input: HTMLInputElement): Promise<void> {
  const card = input.closest<HTMLElement>('.up');
  const file = input.files?.[0];
  if (!card || !file) return;
  const found = await carryFilm({ file, csrf, language, metadata: {}, only: card.dataset['upload'] }, onCarried);
  const says = card.querySelector('[data-live=upload-says]');
  if (found) {
    carrier = found;
    await drawStill(file);
  } else if (says) says.textContent = card.dataset['other'] ?? '';
  input.value = '';
}

async function visit(address: string, init?: RequestInit, record = true): Promise<boolean> {
  const taken = await swapPage(address, init, record);
  enhance();
  return taken;
}

// On a slow phone a film may be chosen before this script is there.
for (const input of document.querySelectorAll<HTMLInputElement>('input[name=film]'))
  if (input.files?.length) void takeFilms(input);

document.addEventListener('change', (event) => {
  const input = event.target;
  if (!(input instanceof HTMLInputElement)) return;
  if (input.name === 'film') void takeFilms(input);
  if (input.dataset['act'] === 'pick-same') void takeSame(input);
});

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !new URL(form.action).pathname.startsWith('/send/')) return;
  event.preventDefault();
  const body = new FormData(form);
  const button = event.submitter;
  if (button instanceof HTMLButtonElement && button.name) body.append(button.name, button.value);
  // A form without files goes as plain fields.
  const plain = form.enctype !== 'multipart/form-data';
  const fields = () => new URLSearchParams([...body].map(([name, value]) => [name, String(value)]));
  void visit(form.action, { method: 'POST', body: plain ? fields() : body }).then(
    (taken) => taken && forgetTyped(form),
  );
});

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey || link.origin !== location.origin) return;
  const steps = link.pathname.startsWith('/send') && !link.pathname.endsWith('/form');
  if (!steps && !(link.pathname === '/' && isGoing())) return;
  event.preventDefault();
  void visit(link.href);
});

addEventListener('popstate', () => void visit(location.href, undefined, false));
addEventListener('beforeunload', (event) => {
  if (isGoing()) event.preventDefault();
});

enhance();
