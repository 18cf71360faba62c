// What the player plays is told to the service, which keeps it if its own clock allows it: so "watched" is no click.

const EVERY_MS = 5000;
// Playing goes on by a few frames a look; more, or backwards, is a jump.
const JUMP_FRAMES = 50;

/** Answers a function to call at each frame that is shown; `wholeFrames` is the film's length as the player knows it. */
export function reportWatched(video: HTMLVideoElement, place: HTMLElement, wholeFrames: () => number) {
  const { watch: address, cut: cutId } = place.dataset;
  let span: { from: number; until: number } | undefined;
  let toldAt = 0;

  function see(frame: number): void {
    if (document.hidden || (video.paused && !video.ended)) {
      tell();
      span = undefined;
      return;
    }
    if (!span || frame < span.until || frame > span.until + JUMP_FRAMES) begin(frame);
    if (span) span.until = frame + 1;
    const atEnd = frame + 1 >= wholeFrames() - 1;
    if (atEnd || performance.now() - toldAt > EVERY_MS) tell();
  }

  function begin(frame: number): void {
    tell();
    span = { from: frame, until: frame };
    send(span);
  }

  /** What was played since the last report; the next one goes on from there. */
  function tell(): void {
    if (!span || span.until <= span.from) return;
    send(span);
    span = { from: span.until, until: span.until };
  }

  function send({ from, until }: { from: number; until: number }): void {
    toldAt = performance.now();
    if (address && cutId) void post(address, { cutId, from, until }).catch(keepWhatStands);
  }

  return see;
}

async function post(address: string, report: { cutId: string; from: number; until: number }): Promise<void> {
  const token = document.querySelector<HTMLMetaElement>('meta[name=csrf-token]')?.content ?? '';
  const headers = { 'content-type': 'application/json', 'x-csrf-token': token };
  const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify(report), keepalive: true });
  if (!answer.ok || !(await answer.json()).whole) return;
  for (const part of document.querySelectorAll('[data-live=watched]')) part.toggleAttribute('hidden', false);
  for (const part of document.querySelectorAll('[data-live=watch-on]')) part.toggleAttribute('hidden', true);
}

/** Offline: what was played is not counted, and the page says so by not saying it was. */
function keepWhatStands(error: unknown): void {
  if (!(error instanceof TypeError)) throw error;
}
