/** Plays the chosen bed on its button; another choice stops it. */
export function bedListener(place: HTMLElement | null, chosen: () => { music: string; look: string }) {
  const beds: Record<string, string> = JSON.parse(place?.dataset['listen'] ?? '{}');
  const button = place?.querySelector<HTMLButtonElement>('button') ?? undefined;
  const label = button?.querySelector('span:last-child') ?? undefined;
  const idle = label?.textContent ?? '';
  const audio = new Audio();
  audio.preload = 'none';

  const bed = () => beds[chosen().music === 'look' ? chosen().look : chosen().music];
  const tell = () => {
    button?.setAttribute('aria-pressed', String(!audio.paused));
    if (label) label.textContent = audio.paused ? idle : (place?.dataset['stop'] ?? idle);
  };
  for (const event of ['play', 'pause', 'ended', 'error']) audio.addEventListener(event, tell);

  return {
    toggle: () => {
      if (!audio.paused) return audio.pause();
      const source = bed();
      if (!source) return;
      audio.src = source;
      // A line that breaks is said by the button going back.
      audio.play().catch(tell);
    },
    /** Nothing to listen to where no bed is chosen. */
    follow: () => {
      audio.pause();
      if (button) button.disabled = bed() === undefined;
    },
  };
}
