import { type Frames, frames } from '../../kernel/frames.ts';
import { type PageContext, usePage } from '../frame/context.ts';
import {
  formatCount,
  formatDate,
  formatDay,
  formatLength,
  formatTime,
  formatTotal,
  formatWeekday,
} from '../frame/format.ts';
import { Icon } from '../frame/icon.tsx';
import { SheetPage } from '../frame/page.tsx';
import { Words } from '../frame/words.tsx';

export interface RunSheetView {
  readonly channel: string;
  /** "क्षिप्रा केबल नेटवर्क, उज्जैन" */
  readonly operator: string;
  /** `2026-11-23` */
  readonly day: string;
  readonly version: number;
  readonly madeAt: Date;
  readonly backHref: string;
  /** Spots that must not run, on top. */
  readonly withdrawn: readonly { readonly houseNumber: string; readonly name: string; readonly reason: string }[];
  readonly dayparts: readonly {
    readonly label: string;
    readonly plays: readonly RunSheetPlay[];
  }[];
  readonly helpPhone?: string | undefined;
}

export interface RunSheetPlay {
  /** Broadcast-day time `06:58:00`; may pass 24:00. */
  readonly time: string;
  readonly houseNumber: string;
  readonly title: string;
  readonly length: Frames;
}

/** The day's list on paper (12): black only, withdrawn spots on top, a box and a line to write. */
export function RunSheetPage({ context, view }: { context: PageContext; view: RunSheetView }) {
  const { t, language } = context;
  return (
    <SheetPage context={context} title={`${t('sheet.title')} ${formatDay(view.day)}`}>
      <div class="np row sp">
        <a class="btn" href={view.backHref}>
          <Icon name="back" />
          {t('send.back')}
        </a>
        <button type="button" class="btn go scripted" data-act="print">
          <Icon name="print" />
          {t('op.print')}
        </button>
      </div>
      <header class="row sp">
        <div>
          <h1>{view.channel}</h1>
          <p>{view.operator}</p>
        </div>
        <div class="rt">
          <b class="xl num">{formatDay(view.day)}</b>
          <p>
            {formatWeekday(view.day, language)} · {t('sheet.version', { n: view.version })}
          </p>
        </div>
      </header>
      {view.withdrawn.map((spot) => (
        <p class="warnbox">
          <Icon name="xc" />
          <span>
            <b>{t('sheet.doNotRun')}</b> {spot.houseNumber} <Words text={spot.name} /> ({spot.reason})
          </span>
        </p>
      ))}
      <Plays dayparts={view.dayparts} />
      <Bottom view={view} />
    </SheetPage>
  );
}

function Plays({ dayparts }: Pick<RunSheetView, 'dayparts'>) {
  const { t } = usePage();
  return (
    <table class="run">
      <thead>
        <tr>
          <th scope="col">{t('sheet.time')}</th>
          <th scope="col">{t('sheet.file')}</th>
          <th scope="col">{t('op.spot')}</th>
          <th scope="col" class="n">
            {t('op.length')}
          </th>
          <th scope="col">{t('sheet.ran')}</th>
          <th scope="col">{t('sheet.realTime')}</th>
        </tr>
      </thead>
      <tbody>
        {dayparts.map((daypart) => (
          <>
            <tr class="dp">
              <th colspan={6} scope="rowgroup">
                {daypart.label}
              </th>
            </tr>
            {daypart.plays.map((play) => (
              <tr>
                <td class="num">
                  <b>{play.time}</b>
                </td>
                <td class="num">{play.houseNumber}</td>
                <td>
                  <Words text={play.title} />
                </td>
                <td class="n">{formatLength(play.length)}</td>
                <td>
                  <span class="box" />
                </td>
                <td class="ln" />
              </tr>
            ))}
          </>
        ))}
      </tbody>
    </table>
  );
}

function Bottom({ view }: { view: RunSheetView }) {
  const { t, language } = usePage();
  const plays = view.dayparts.flatMap((daypart) => daypart.plays);
  const total = frames(plays.reduce((sum, play) => sum + play.length, 0));
  return (
    <footer class="row sp">
      <p>
        {t('sheet.total', { n: formatCount(plays.length), time: formatTotal(total, language) })}
        <br />
        <small>
          {t('sheet.made', { when: `${formatDate(view.madeAt)}, ${formatTime(view.madeAt)}` })}
          {view.helpPhone && ` · ${t('sheet.help', { phone: view.helpPhone })}`}
        </small>
      </p>
      <p class="rt">
        {t('sheet.sign')}
        <br />
        <br />
        ____________________
      </p>
    </footer>
  );
}
