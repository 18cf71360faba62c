import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { type PageContext, PageScope, type Place } from './context.ts';
import { Foot } from './foot.tsx';
import { Rail } from './rail.tsx';
import { FlowTopBar, ListTopBar } from './top-bar.tsx';

interface PageProps {
  context: PageContext;
  /** Names the page in the browser's tab: what first, the brand is added. */
  title: string;
  /** Scripts of this page by asset name; the page must work without them. */
  islands?: readonly string[];
  children?: Child;
}

/** A page in the rail: lists and their details. */
export function ListPage(props: PageProps & { place?: Place | undefined; changedAt?: Date | undefined }) {
  return (
    <Document {...props}>
      <div class="app">
        <ListTopBar />
        <Rail current={props.place} />
        <main class="main" id="m">
          {props.children}
        </main>
        <Foot changedAt={props.changedAt} />
      </div>
    </Document>
  );
}

type FlowProps = PageProps & {
  /** Where the back arrow leads; without one the brand stands there. */
  back?: string | undefined;
  /** Beside the arrow or the mark: the task's name, or an operator's. */
  heading?: Child;
  /** 560 px wide instead of 1040. */
  narrow?: boolean;
  /** Help, accessibility, privacy below. */
  foot?: boolean;
  changedAt?: Date | undefined;
};

/** A page of one task, without a rail: send, log-in, refusal, operator. */
export function FlowPage(props: FlowProps) {
  return (
    <Document {...props}>
      <div class="app flow">
        <FlowTopBar back={props.back}>{props.heading}</FlowTopBar>
        <main class={props.narrow ? 'main narrow' : 'main'} id="m">
          {props.children}
        </main>
        {props.foot && <Foot changedAt={props.changedAt} />}
      </div>
    </Document>
  );
}

/** A page for a projector: one block a screen, large, without rail and bars; the browser's own keys turn it. */
export function PresentPage(props: PageProps & { exit: string }) {
  const { t } = props.context;
  return (
    <Document {...props} class="present">
      <header class="leave">
        <a class="ib" href={props.exit}>
          {t('frame.back')}
        </a>
      </header>
      <main class="main" id="m">
        {props.children}
      </main>
    </Document>
  );
}

/** A page for paper: A4, black only; what should not print carries the class `np`. */
export function SheetPage(props: PageProps) {
  return (
    <Document {...props}>
      <main class="sheet" id="m">
        {props.children}
      </main>
    </Document>
  );
}

function Document(props: PageProps & { class?: string }) {
  const { context } = props;
  const { t } = context;
  return (
    <PageScope value={context}>
      {raw('<!doctype html>')}
      <html lang={context.language} class={props.class}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width,initial-scale=1" />
          <title>{`${props.title} · ${t('brand')}`}</title>
          <meta name="color-scheme" content="light dark" />
          <meta name="theme-color" content="#35309c" />
          {context.csrfToken && <meta name="csrf-token" content={context.csrfToken} />}
          <link rel="icon" href={context.assets('brand.svg')} type="image/svg+xml" />
          <link rel="stylesheet" href={context.assets('tokens.css')} />
          <link rel="stylesheet" href={context.assets('components.css')} />
          {context.pageScript && <script type="module" src={context.pageScript} />}
          {props.islands?.map((name) => (
            <script type="module" src={context.assets(name)} />
          ))}
        </head>
        <body>
          <a class="skip" href="#m">
            {t('nav.skip')}
          </a>
          {props.children}
        </body>
      </html>
    </PageScope>
  );
}
