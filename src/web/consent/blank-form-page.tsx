import type { PageContext } from '../frame/context.ts';
import { Icon } from '../frame/icon.tsx';
import { SheetPage } from '../frame/page.tsx';
import { Words } from '../frame/words.tsx';

export interface BlankFormView {
  readonly name: string;
  readonly village: string;
  readonly district: string;
  readonly clipNumber: string;
  readonly noticeVersion: string;
}

/** The consent form for paper: what is known stands there, the rest is lines to write on. */
export function BlankFormPage({ context, view }: { context: PageContext; view: BlankFormView }) {
  const { t } = context;
  const rows = [
    [t('consent.form.name'), view.name],
    [t('consent.form.village'), view.village],
    [t('consent.form.district'), view.district],
    [t('consent.form.date'), ''],
    [t('consent.form.sign'), ''],
    [t('consent.form.guardian'), ''],
    [t('consent.form.witness'), ''],
  ] as const;
  return (
    <SheetPage context={context} title={t('consent.form.title')}>
      <h1>{t('consent.form.title')}</h1>
      <p>{t('consent.form.text')}</p>
      <p>
        ☐ {t('consent.cable')} &nbsp; ☐ {t('consent.social')}
      </p>
      <table>
        <tbody>
          {rows.map(([label, value]) => (
            <tr>
              <th scope="row">{label}</th>
              <td class="blank">
                <Words text={value} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="sm mut">
        {view.clipNumber} · {view.noticeVersion}
      </p>
      <button class="btn np" type="button" data-act="print">
        <Icon name="print" />
        {t('act.print')}
      </button>
    </SheetPage>
  );
}
