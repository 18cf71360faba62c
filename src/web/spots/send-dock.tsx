import { usePage } from '../frame/context.ts';
import { Dock } from '../frame/dock.tsx';
import { Icon } from '../frame/icon.tsx';

interface SendDockView {
  readonly saveAction: string;
  readonly sendAction: string;
  readonly typed?: string | undefined;
  readonly savedAt?: Date | undefined;
}

/** Whether all is saved, and the way on to review. The island tells what becomes of each edit. */
export function SendDock({ view }: { view: SendDockView }) {
  const { t } = usePage();
  return (
    <Dock>
      <Trouble saveAction={view.saveAction} />
      <span class="sm mut row">
        <Saved view={view} />
        <button type="button" class="btn q scripted" data-act="undo" aria-label={t('act.undo')}>
          <Icon name="undo" />
          <span class="hp">{t('act.undo')}</span>
        </button>
        <button type="submit" form="spot" class={view.typed ? 'btn' : 'btn unscripted'}>
          {t('spot.save')}
        </button>
      </span>
      <button type="submit" form="spot" formaction={view.sendAction} class="btn go">
        <Icon name="send" />
        {t('act.sendForReview')}
      </button>
    </Dock>
  );
}

function Saved({ view }: { view: SendDockView }) {
  const { t } = usePage();
  const isSaved = view.savedAt !== undefined && !view.typed;
  return (
    <span
      class="row scripted"
      data-live="saved"
      data-saved={t('saved')}
      data-local={t('saved.local')}
      hidden={Boolean(view.typed)}
    >
      <Icon name="check" hidden={!isSaved} />
      <span>{isSaved && t('saved')}</span>
    </span>
  );
}

/** Said on a line of its own: what is not saved, why, and what to do now. */
function Trouble({ saveAction }: { saveAction: string }) {
  const { t } = usePage();
  return (
    <div
      class="all stack t sm"
      role="alert"
      data-live="trouble"
      data-stale={t('spot.staleHere')}
      data-refused={t('error.badRequest')}
      hidden
    >
      <p class="row">
        <Icon name="warn" />
        <span />
      </p>
      <div class="row" data-when-told="stale">
        <button type="button" class="btn q" data-act="drop-typed">
          {t('spot.dropTyped')}
        </button>
        <button type="submit" form="spot" formaction={saveAction} class="btn soft">
          {t('spot.lookAndSave')}
        </button>
      </div>
    </div>
  );
}
