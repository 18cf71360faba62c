import { usePage } from './context.ts';
import { Form } from './form.tsx';
import { Icon } from './icon.tsx';

export interface Done {
  readonly text: string;
  /** Address that takes the act back; none where it can't be. */
  readonly undoAction?: string | undefined;
}

/** What was just done, with the way back. */
export function Toast(props: { done: Done }) {
  const { t } = usePage();
  return (
    <div class="toast" role="status">
      <span>{props.done.text}</span>
      {props.done.undoAction && (
        <Form action={props.done.undoAction}>
          <button type="submit" class="btn">
            <Icon name="undo" />
            {t('act.undo')}
          </button>
        </Form>
      )}
    </div>
  );
}
