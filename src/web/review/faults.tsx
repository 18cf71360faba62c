import type { Frames } from '../../kernel/frames.ts';
import { usePage } from '../frame/context.ts';

export interface FaultView {
  readonly sentence: string;
  /** The files that have it. */
  readonly presets: readonly string[];
  /** Where in the film; `played`: in the film that the page's player has. */
  readonly at?: { readonly time: string; readonly frame: Frames; readonly played: boolean } | undefined;
  /** A `data:` address. */
  readonly thumbnail?: string | undefined;
}

/** What quality control found, in words, with picture and place. */
export function Faults({ faults }: { faults: readonly FaultView[] }) {
  if (faults.length === 0) return null;
  return (
    <ul class="faults">
      {faults.map((fault) => (
        <Fault fault={fault} />
      ))}
    </ul>
  );
}

function Fault({ fault }: { fault: FaultView }) {
  const { t } = usePage();
  const { at, thumbnail } = fault;
  return (
    <li>
      {thumbnail && <img src={thumbnail} alt={t('qc.pictureAt', { time: at?.time ?? '' })} />}
      <div>
        {at?.played && (
          <button
            type="button"
            class="at num scripted"
            data-act="show-at"
            data-start={at.frame}
            aria-label={t('qc.showAt', { time: at.time })}
          >
            {at.time}
          </button>
        )}
        {at && !at.played && <b class="num">{at.time}</b>}
        <p>{fault.sentence}</p>
        <small class="mut">{fault.presets.join(' · ')}</small>
      </div>
    </li>
  );
}
