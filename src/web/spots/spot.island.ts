// My spot: captions live over the proxy, handles on the strip, every edit kept at once and saved soon after; undo.
import { showCompared } from './editor/compared.ts';
import {
  cueAt,
  cutPart,
  type EditedDocument,
  FRAME_RATE,
  type LoadedSpot,
  mergeCue,
  moveCut,
  setLength,
  splitCue,
  switchHelp,
} from './editor/document.ts';
import { drawnLetters } from './editor/drawn.ts';
import { figureCard } from './editor/figure.ts';
import { dropKept, holdTyped, keeper, readKept } from './editor/keep.ts';
import { bedListener } from './editor/listen.ts';
import { player } from './editor/player.ts';
import { tell } from './editor/tell.ts';
import { followVersion, sendAfterSaving } from './editor/versions.ts';

const form = document.querySelector<HTMLFormElement>('form#spot');
const video = document.querySelector<HTMLVideoElement>('[data-player] video');
if (form) showCompared(form);
if (form && video) void start(form, video);

async function start(form: HTMLFormElement, video: HTMLVideoElement): Promise<void> {
  const csrf = document.querySelector<HTMLMetaElement>('meta[name=csrf-token]')?.content ?? '';
  // Not where the page stands: the answer to a refused form stands at that form's address.
  const answer = await fetch(`/api/v1${new URL(form.action).pathname}`);
  if (!answer.ok) return;
  const spot: LoadedSpot = await answer.json();
  const editable = spot.state === 'draft' || spot.state === 'returned';
  const clipFrames = Number(form.querySelector<HTMLElement>('[data-trim]')?.dataset['clip'] ?? 0);
  // After a conflict the form holds what was typed over the newer version: nobody has chosen yet to save it.
  const typed = form.dataset['typed'];
  let current: EditedDocument = typed ? JSON.parse(typed) : spot.document;
  const past: EditedDocument[] = [];
  const kept = keeper(spot, csrf, tell, followVersion);
  const bestCuts = JSON.parse(form.querySelector<HTMLElement>('[data-best-cuts]')?.dataset['bestCuts'] ?? '[]');
  const part = () => cutPart(current);
  const drafted = cutPart(spot.document).from;
  const figure = figureCard(form, () => current);
  const letters = drawnLetters(form.querySelector<HTMLElement>('[data-drawn]'), () => current);
  const play = player(video, part, showFrame);

  const listener = bedListener(document.querySelector('[data-listen]'), () => ({
    music: current.music ?? 'none',
    look: current.look,
  }));

  function edit(next: EditedDocument, redraw: boolean): void {
    if (next === current || !editable) return;
    past.push(current);
    current = next;
    kept.keep(current);
    if (redraw) drawCues();
    drawTrim();
    figure.follow();
    letters.follow();
    showFrame(play.frame());
  }

  function undo(): void {
    const before = past.pop();
    if (!before) return;
    current = before;
    kept.keep(current);
    drawCues();
    drawTrim();
    fillFields();
    letters.follow();
    showFrame(play.frame());
  }

  function showFrame(frame: number): void {
    const index = cueAt(current, frame);
    live('caption', current.cues[index]?.text ?? '');
    const { from, until } = part();
    letters.at(frame - from);
    live('clock', `${clock(frame - from)} / ${clock(until - from)}`);
    for (const row of document.querySelectorAll<HTMLElement>('[data-cue]'))
      row.classList.toggle('on', Number(row.dataset['cue']) === index);
    moveX('[data-handle=at]', frame);
  }

  function drawTrim(): void {
    const { from, until } = part();
    // The reasons hold for the draft's part alone.
    document.querySelector('[data-why]')?.toggleAttribute('hidden', from !== drafted);
    live('trim', `${clock(from)} – ${clock(until)}`);
    setHidden(form, 'from', from);
    setHidden(form, 'until', until);
    moveX('[data-handle=from]', from, -8);
    moveX('[data-handle=until]', until, -8);
    const shades: [string, number, number][] = [
      ['before', 0, from],
      ['after', until, clipFrames],
      ['kept', from, until],
    ];
    for (const [name, start, end] of shades) {
      const rect = document.querySelector(`[data-shade=${name}]`);
      rect?.setAttribute('x', String(toX(start)));
      rect?.setAttribute('width', String(Math.max(0, toX(end) - toX(start))));
    }
  }

  /** Rows are made from the first one's markup, so that the server's drawing stays the only one. */
  function drawCues(): void {
    const list = document.querySelector('[data-cues]');
    const pattern = list?.querySelector('[data-cue]');
    if (!list || !pattern) return;
    const rows = current.cues.map((cue, index) => {
      const row = pattern.cloneNode(true) as HTMLElement;
      row.dataset['cue'] = String(index);
      row.dataset['start'] = String(cue.startFrame);
      row.querySelector('.why')?.remove();
      const at = row.querySelector('.at');
      if (at) at.textContent = clock(cue.startFrame);
      const input = row.querySelector('input');
      if (input) {
        input.name = `cue.${index}`;
        input.value = cue.text;
      }
      return row;
    });
    if (rows.length > 0) list.replaceChildren(...rows);
  }

  function fillFields(): void {
    for (const name of ['name', 'village', 'scheme'] as const) {
      const field = form.elements.namedItem(name);
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = current[name];
    }
    for (const box of form.querySelectorAll<HTMLInputElement>('input[name^="help."]'))
      box.checked = current.helps?.includes(box.name.slice(5)) ?? false;
    figure.fill(current.figure ?? '');
    for (const name of ['look', 'music'] as const) check(name, current[name] ?? 'none');
    check('framing', current.framing ?? 'face');
    listener.follow();
  }

  function check(name: string, value: string): void {
    const choice = form.querySelector<HTMLInputElement>(`input[name=${name}][value="${value}"]`);
    if (choice) choice.checked = true;
  }

  const toX = (frame: number) => Math.round((frame / Math.max(FRAME_RATE, clipFrames)) * 720);
  const moveX = (selector: string, frame: number, shift = 0) => {
    const mark = document.querySelector(selector);
    if (mark?.tagName === 'rect') mark.setAttribute('x', String(toX(frame) + shift));
    else mark?.setAttribute('d', `M${toX(frame)} 0v96`);
  };

  function take(field: HTMLInputElement | HTMLSelectElement): void {
    if (field.name.startsWith('cue.')) {
      const index = Number(field.name.slice(4));
      edit(
        { ...current, cues: current.cues.map((cue, n) => (n === index ? { ...cue, text: field.value } : cue)) },
        false,
      );
      live('caption', field.value);
    } else if (field.name === 'name' || field.name === 'village' || field.name === 'scheme')
      edit({ ...current, [field.name]: field.value }, false);
    else if (field.name === 'length') edit(setLength(current, Number(field.value), { clipFrames, bestCuts }), false);
    else if (field.name === 'look' || field.name === 'music') {
      edit({ ...current, [field.name]: field.value }, false);
      listener.follow();
    } else if (field.name === 'framing') edit({ ...current, framing: field.value }, false);
    else if (field.name === 'figure') edit({ ...current, figure: field.value }, false);
    else if (field.name.startsWith('help.') && field instanceof HTMLInputElement)
      edit(switchHelp(current, field.name.slice(5), field.checked), false);
  }

  form.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) take(target);
  });

  form.addEventListener('keydown', (event) => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement) || !field.name.startsWith('cue.')) return;
    const index = Number(field.name.slice(4));
    if (event.key === 'Enter') {
      event.preventDefault();
      edit(splitCue(current, index, field.selectionStart ?? 0), true);
    } else if (event.key === 'Backspace' && field.selectionStart === 0 && field.selectionEnd === 0 && index > 0) {
      event.preventDefault();
      edit(mergeCue(current, index), true);
    }
  });

  document.addEventListener('click', (event) => {
    const button =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-act],[data-nudge]') : null;
    if (!button) return;
    const row = button.closest<HTMLElement>('[data-cue]');
    const acts: Record<string, () => void> = {
      play: play.toggle,
      'frame-back': () => play.step(-1),
      'frame-on': () => play.step(1),
      'play-from': () => {
        play.seek(Number(row?.dataset['start']));
        void video.play();
      },
      'remove-cue': () =>
        edit({ ...current, cues: current.cues.filter((_, n) => n !== Number(row?.dataset['cue'])) }, true),
      undo,
      'drop-typed': () => {
        dropKept(spot.id);
        location.assign(new URL(form.action).pathname);
      },
      listen: listener.toggle,
    };
    acts[button.dataset['act'] ?? '']?.();
    const nudge = /([+-]1)$/.exec(button.dataset['nudge'] ?? '');
    if (nudge)
      edit(moveCut(current, part().from + Number(nudge[1]) * (event.shiftKey ? FRAME_RATE : 1), clipFrames), false);
  });

  document.addEventListener('keydown', (event) => {
    if (
      event.key.toLowerCase() === 'z' &&
      (event.ctrlKey || event.metaKey) &&
      !(event.target instanceof HTMLInputElement)
    )
      undo();
  });

  const strip = document.querySelector<SVGElement>('.trim svg');
  strip?.addEventListener('pointerdown', (event) => {
    const box = strip.getBoundingClientRect();
    const frameOf = (x: number) => ((x - box.left) / box.width) * clipFrames;
    const grip = frameOf(event.clientX) - part().from;
    const inside = grip >= 0 && grip <= part().until - part().from;
    if (!inside || !editable) return play.seek(Math.floor(frameOf(event.clientX)));
    strip.setPointerCapture(event.pointerId);
    const move = (moved: PointerEvent) => edit(moveCut(current, frameOf(moved.clientX) - grip, clipFrames), false);
    strip.addEventListener('pointermove', move);
    strip.addEventListener('pointerup', () => strip.removeEventListener('pointermove', move), { once: true });
  });

  sendAfterSaving(form, kept);

  if (typed) holdTyped(spot.id, current);
  const left = editable && !typed ? readKept(spot) : undefined;
  if (left?.version === spot.version) edit(left.document, false);
  else if (left) {
    // Somebody has saved another version since: what is on this phone is shown, and sent only when asked to.
    current = left.document;
    followVersion(left.version);
    kept.halt(left.version);
  }
  // On a slow line people type before this script is here.
  for (const field of form.querySelectorAll<HTMLInputElement>(
    'input[name^="cue."],input[name=name],input[name=village],input[name^="help."]',
  ))
    if (field.value !== field.defaultValue || field.checked !== field.defaultChecked) take(field);
  if (left) {
    drawCues();
    fillFields();
  }
  drawTrim();
  listener.follow();
  play.seek(part().from);
}

function live(name: string, text: string): void {
  for (const place of document.querySelectorAll(`[data-live=${name}]`)) place.textContent = text;
}

function setHidden(form: HTMLFormElement, name: string, value: number): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = String(value);
}

function clock(frames: number): string {
  const all = Math.max(0, Math.floor(frames / FRAME_RATE));
  return `${Math.floor(all / 60)}:${String(all % 60).padStart(2, '0')}`;
}
