import type { PageContext } from '../frame/context.ts';
import { type Choice, SelectField } from '../frame/field.tsx';
import { ListPage } from '../frame/page.tsx';

export interface LooksView {
  readonly place: string;
  readonly places: readonly Choice[];
  readonly looks: readonly {
    readonly look: 'sober' | 'warm' | 'bold';
    readonly src: string;
    /** Changed here, by the state, or as it ships. */
    readonly stands: 'own' | 'state' | 'shipped';
  }[];
}

/** The looks as films of a place have them. */
export function LooksPage({ context, view }: { context: PageContext; view: LooksView }) {
  const { t } = context;
  return (
    <ListPage context={context} title={t('admin.looks')}>
      <div>
        <h1>{t('admin.looks')}</h1>
        <p class="mut">{t('looks.text')}</p>
      </div>
      {view.places.length > 1 && (
        <form method="get" action="/admin/looks" class="row wrap">
          <SelectField id="place" name="place" label={t('look.place')} choices={view.places} chosen={view.place} />
          <button type="submit" class="btn">
            {t('look.showPlace')}
          </button>
        </form>
      )}
      <div class="two three">
        {view.looks.map(({ look, src, stands }) => (
          <a class="card stack t plain" href={`/admin/looks/${look}?place=${view.place}`}>
            <img class="wide" src={src} alt="" width="480" height="270" />
            <b>{t(`look.${look}`)}</b>
            <small class="mut">{t(`look.stands.${stands}`)}</small>
          </a>
        ))}
      </div>
    </ListPage>
  );
}
