import { usePage } from '../frame/context.ts';
import { ActButton } from '../frame/form.tsx';
import { Note } from '../frame/note.tsx';
import { Faults, type FaultView } from '../review/faults.tsx';

export interface FilmTroubleView {
  /** Why the films were not made, and what helps. */
  readonly text: string;
  /** What this reader can do. */
  readonly next: string;
  /** What quality control found on the films that failed. */
  readonly faults: readonly FaultView[];
  /** Makes them again; absent for those who only look. */
  readonly againAction?: string | undefined;
}

/** Films that will not be made unless somebody acts: why, what to do, and the button that tries again. */
export function FilmTrouble({ view }: { view: FilmTroubleView }) {
  const { t } = usePage();
  return (
    <Note icon="xc" tone="bad" title={t('spot.filmsStopped')}>
      <p>{view.text}</p>
      <p>{view.next}</p>
      <Faults faults={view.faults} />
      {view.againAction && (
        <ActButton action={view.againAction} class="plain">
          {t('spot.makeAgain')}
        </ActButton>
      )}
    </Note>
  );
}
