import { messageIn, type Params } from '../locales/index.ts';
import type { WebContext } from './route.ts';

/** The page for a request that ended in an error: what happened, a number for the telephone, a way back. */
export function errorPage(c: WebContext, trouble: { status: number; key: string; params?: Params }) {
  const language = c.get('language');
  const t = c.get('t');
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{trouble.status} · Prerna</title>
      </head>
      <body>
        <main>
          <h1>{messageIn(language, trouble.key, trouble.params)}</h1>
          <p>{t('error.help', { id: c.get('requestId') })}</p>
          <a href="/">{t('error.back')}</a>
        </main>
      </body>
    </html>
  );
}
