import type { FilmProgress } from '../engine/film/tell-progress.ts';
import { watchPace } from '../kernel/watch-pace.ts';

const WORDS: Readonly<Record<FilmProgress['step'], string>> = {
  drawing: 'चित्र · drawing',
  sound: 'आवाज़ · sound',
  encoding: 'फ़िल्म बन रही है · encoding',
  checking: 'जाँच · checking',
  done: 'तैयार · done',
};

const AGAIN = 'पूरी फिर से · made whole again: ';

const WIDTH = 30;

/** A bar on a terminal with the time left in words; silent elsewhere. `elapsedSeconds` is asked at each step. */
export function filmBar(terminal: NodeJS.WriteStream, elapsedSeconds: () => number) {
  if (!terminal.isTTY) return () => {};
  const secondsLeft = watchPace();
  return (progress: FilmProgress) => {
    const { share, step, again } = progress;
    const left = secondsLeft({ share, elapsedSeconds: elapsedSeconds(), isEven: step === 'encoding' });
    const filled = Math.round(share * WIDTH);
    const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
    terminal.write(`\r\x1b[K${bar} ${Math.round(share * 100)} % ${again ? AGAIN : ''}${WORDS[step]}${sayLeft(left)}`);
    if (step === 'done') terminal.write('\n');
  };
}

function sayLeft(seconds: number | undefined): string {
  if (seconds === undefined) return '';
  const left = Math.ceil(seconds);
  const words = left < 60 ? `${left} s` : `${Math.floor(left / 60)} min ${left % 60} s`;
  return ` · ${words} बाकी · left`;
}
