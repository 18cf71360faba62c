import type { PageContext } from '../frame/context.ts';
import { TextField } from '../frame/field.tsx';
import { Form } from '../frame/form.tsx';
import { Note } from '../frame/note.tsx';
import { ListPage } from '../frame/page.tsx';

export interface DepartmentView {
  readonly typed: { readonly hi: string; readonly en: string; readonly version: string };
  readonly why: Readonly<Partial<Record<'hi' | 'en', string>>>;
  readonly said?: { readonly tone: 'ok' | 'bad'; readonly text: string } | undefined;
}

/** Whose films these are: the words beside the mark on every end card. */
export function DepartmentPage({ context, view }: { context: PageContext; view: DepartmentView }) {
  const { t } = context;
  const { typed, why } = view;
  return (
    <ListPage context={context} title={t('admin.department')}>
      <h1>{t('admin.department')}</h1>
      {view.said && (
        <Note tone={view.said.tone} icon={view.said.tone === 'ok' ? 'okc' : 'warn'} alert>
          <span>{view.said.text}</span>
        </Note>
      )}
      <Form action="/admin/department" class="card stack l form1">
        <p class="mut">{t('department.text')}</p>
        <input type="hidden" name="version" value={typed.version} />
        <TextField id="hi" name="hi" label={t('place.hi')} value={typed.hi} why={why.hi} />
        <TextField id="en" name="en" label={t('place.en')} value={typed.en} why={why.en} />
        <button type="submit" class="btn go">
          {t('admin.save')}
        </button>
      </Form>
    </ListPage>
  );
}
