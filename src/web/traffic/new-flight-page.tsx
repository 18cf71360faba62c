import type { PageContext } from '../frame/context.ts';
import { Note } from '../frame/note.tsx';
import { FlowPage } from '../frame/page.tsx';
import { FlightForm, type FlightFormView } from './flight-form.tsx';

export interface NewFlightView {
  readonly flight: FlightFormView;
  readonly backHref: string;
  readonly islands: readonly string[];
  /** A field is wrong: said once on top, and beside the field. */
  readonly wrong?: string | undefined;
}

/** The form of a new order on a page of its own: says its effect before the act. */
export function NewFlightPage({ context, view }: { context: PageContext; view: NewFlightView }) {
  const { t } = context;
  return (
    <FlowPage
      context={context}
      title={t('flight.title')}
      back={view.backHref}
      heading={t('nav.traffic')}
      islands={view.islands}
      narrow
    >
      <h1 class="vh">{t('flight.title')}</h1>
      {view.wrong && <Note icon="warn" tone="bad" title={view.wrong} alert />}
      <FlightForm view={view.flight} />
    </FlowPage>
  );
}
