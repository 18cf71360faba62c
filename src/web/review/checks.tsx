import { usePage } from '../frame/context.ts';
import { Form } from '../frame/form.tsx';
import { Icon } from '../frame/icon.tsx';

export interface ChecksView {
  readonly version: number;
  /** What the machine looked at: shown, never ticked. */
  readonly machine: readonly {
    readonly label: string;
    readonly detail: string;
    /** Null: there is nothing to judge yet. */
    readonly passed: boolean | null;
    /** Where it is shown in full. */
    readonly see?: { readonly href: string; readonly label: string } | undefined;
  }[];
  /** What a person vouches for. */
  readonly human: readonly { readonly id: string; readonly label: string; readonly ticked: boolean }[];
  /** Ticks still missing; none for those who do not approve this spot. */
  readonly left: number;
}

const VERDICTS = {
  true: { icon: 'okc', class: 'c-ok' },
  false: { icon: 'xc', class: 'c-bad' },
  null: { icon: 'clock', class: 'mut' },
} as const;

/** Before approval. The ticks are the fields `check` of the form; the dock's buttons send it. */
export function Checks({ view, form }: { view: ChecksView; form: { id: string; action: string } }) {
  const { t } = usePage();
  return (
    <section class="stack">
      <Form action={form.action} id={form.id} class="card">
        <input type="hidden" name="version" value={String(view.version)} />
        <h2>{t('review.before')}</h2>
        <ul class="checks">
          {view.machine.map((check, index) => (
            <li class={VERDICTS[`${check.passed}`].class} data-part={`check-${index}`}>
              <Icon name={VERDICTS[`${check.passed}`].icon} />
              <span>
                <b>{check.label}</b>
                <br />
                <small>{check.detail}</small>
                {check.see && (
                  <a class="btn q see" href={check.see.href}>
                    {check.see.label}
                  </a>
                )}
              </span>
            </li>
          ))}
          {view.human.map((check) => (
            <li>
              <input type="checkbox" id={`k-${check.id}`} name="check" value={check.id} checked={check.ticked} />
              <label for={`k-${check.id}`}>{check.label}</label>
            </li>
          ))}
        </ul>
      </Form>
      {view.left > 0 && (
        <p class="sm mut" id="left" data-live="left">
          {t('review.leftToCheck', { n: view.left })}
        </p>
      )}
    </section>
  );
}
