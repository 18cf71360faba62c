// Review: frame steps and J K L, comments at the time of the pause, ticks that count down.

import { showCompared } from '../spots/editor/compared.ts';
import { FRAME_RATE } from '../spots/editor/document.ts';
import { player } from '../spots/editor/player.ts';
import { reportWatched } from './report-watched.ts';

const video = document.querySelector<HTMLVideoElement>('[data-player] video');
const SPEEDS = [1, 1.5, 2];

if (video) watch(video);
showCompared(document);
countTicks();
for (const kind of ['input', 'play']) document.addEventListener(kind, atWork, { capture: true, once: true });

function watch(video: HTMLVideoElement): void {
  const whole = () => ({ from: 0, until: Math.max(1, Math.floor(video.duration * FRAME_RATE) || 1) });
  const place = video.closest<HTMLElement>('[data-watch]');
  const told = place && reportWatched(video, place, () => whole().until);
  const play = player(video, whole, (frame) => {
    told?.(frame);
    const seconds = Math.floor(frame / FRAME_RATE);
    const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    setText('clock', `${clock}:${String(frame % FRAME_RATE).padStart(2, '0')}`);
    const at = document.querySelector<HTMLInputElement>('[data-live=comment-at]');
    if (at) at.value = String(frame);
    setLabel(clock);
    const x = Math.round((frame / whole().until) * 600);
    document.querySelector('[data-handle=at]')?.setAttribute('d', `M${x} 2v42`);
  });
  const keys: Record<string, () => void> = {
    ' ': play.toggle,
    k: play.toggle,
    j: () => play.step(-FRAME_RATE),
    l: () => {
      video.playbackRate = video.paused ? 1 : (SPEEDS[(SPEEDS.indexOf(video.playbackRate) + 1) % SPEEDS.length] ?? 1);
      if (video.paused) void video.play();
    },
    ',': () => play.step(-1),
    '.': () => play.step(1),
  };
  document.addEventListener('keydown', (event) => {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    const act = keys[event.key.toLowerCase()];
    if (typing || !act || event.ctrlKey || event.metaKey || event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    act();
  });
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-act]') : null;
    const acts: Record<string, () => void> = {
      play: play.toggle,
      'frame-back': () => play.step(-1),
      'frame-on': () => play.step(1),
      'play-from': () => {
        play.seek(Number(button?.dataset['start']));
        void video.play();
      },
      'show-at': () => {
        video.pause();
        play.seek(Number(button?.dataset['start']));
        video.scrollIntoView({ block: 'nearest' });
      },
    };
    acts[button?.dataset['act'] ?? '']?.();
  });
}

/** What was ticked, typed or is being played is not drawn anew under anybody's hands. */
function atWork(): void {
  document.querySelector('[data-state]')?.setAttribute('data-editable', 'yes');
}

function countTicks(): void {
  const boxes = [...document.querySelectorAll<HTMLInputElement>('input[name=check]')];
  const approve = document.querySelector<HTMLElement>('[data-act=approve]');
  const left = document.querySelector<HTMLElement>('[data-live=left]');
  const pattern = left?.textContent ?? '';
  const draw = () => {
    const missing = boxes.filter((box) => !box.checked).length;
    if (missing > 0) approve?.setAttribute('aria-disabled', 'true');
    else approve?.removeAttribute('aria-disabled');
    if (left) left.textContent = missing > 0 ? pattern.replace(/\d+/, String(missing)) : '';
  };
  for (const box of boxes) box.addEventListener('change', draw);
  draw();
}

function setText(name: string, text: string): void {
  for (const place of document.querySelectorAll(`[data-live=${name}]`)) place.textContent = text;
}

function setLabel(clock: string): void {
  const label = document.querySelector<HTMLElement>('[data-live=comment-label]');
  if (label) label.textContent = (label.textContent ?? '').replace(/\d+:\d{2}/, clock);
}
