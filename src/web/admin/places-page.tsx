import { type PageContext, usePage } from '../frame/context.ts';
import { Empty } from '../frame/empty.tsx';
import { Icon } from '../frame/icon.tsx';
import { ListPage } from '../frame/page.tsx';
import { Cell, Table } from '../frame/table.tsx';
import { ListSearch } from './list-search.tsx';

export interface PlacesView {
  readonly query: string | undefined;
  /** Divisions that are found or hold a found district. */
  readonly divisions: readonly (PlaceView & { readonly districts: readonly PlaceView[] })[];
}

interface PlaceView {
  readonly code: string;
  readonly hi: string;
  readonly en: string;
}

/** Divisions with their districts. */
export function PlacesPage({ context, view }: { context: PageContext; view: PlacesView }) {
  const { t } = context;
  return (
    <ListPage context={context} title={t('admin.places')}>
      <div class="head">
        <h1>{t('admin.places')}</h1>
        <div class="row wraps">
          <a class="btn" href="/admin/places/new?kind=division">
            <Icon name="plus" />
            {t('place.addDivision')}
          </a>
          <a class="btn go" href="/admin/places/new?kind=district">
            <Icon name="plus" />
            {t('place.addDistrict')}
          </a>
        </div>
      </div>
      <ListSearch action="/admin/places" label={t('place.find')} query={view.query} />
      {view.divisions.length === 0 && (
        <Empty title={t('directory.notFound', { text: view.query ?? '' })} icon="search" />
      )}
      {view.divisions.map((division) => (
        <Division division={division} />
      ))}
    </ListPage>
  );
}

function Division({ division }: { division: PlacesView['divisions'][number] }) {
  const { t, language } = usePage();
  const [en, hi] = [{ label: t('admin.inEnglish') }, { label: t('admin.inHindi') }];
  const code = { label: t('place.code') };
  const other = language === 'hi' ? en : hi;
  return (
    <section class="card flat">
      <h2 class="pad">
        <a class="plain" href={`/admin/divisions/${division.code}`}>
          {t('reach.division', { name: division[language] })}
        </a>{' '}
        <small class="code">{division.code}</small>
      </h2>
      {division.districts.length === 0 && <p class="pad mut">{t('place.noDistrict')}</p>}
      {division.districts.length > 0 && (
        <Table columns={[{ label: t('operator.district') }, other, code]} caption={division[language]}>
          {division.districts.map((district) => (
            <tr>
              <th scope="row">
                <a class="named" href={`/admin/districts/${district.code}`}>
                  {district[language]}
                </a>
              </th>
              <Cell column={other}>
                <span lang={language === 'hi' ? 'en' : 'hi'}>{language === 'hi' ? district.en : district.hi}</span>
              </Cell>
              <Cell column={code}>{district.code}</Cell>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}
