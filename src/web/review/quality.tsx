import { usePage } from '../frame/context.ts';
import { Icon } from '../frame/icon.tsx';
import { Cell, Table } from '../frame/table.tsx';
import { Faults, type FaultView } from './faults.tsx';

export interface QualityView {
  readonly faults: readonly FaultView[];
  readonly files: readonly FileView[];
}

interface FileView {
  readonly preset: string;
  readonly passed: boolean;
  readonly checks: readonly {
    readonly name: string;
    readonly measured: string;
    readonly limit: string;
    readonly passed: boolean | null;
  }[];
}

/** Quality control in words: each fault with its picture and place, and every check of every file to unfold. */
export function Quality({ view }: { view: QualityView }) {
  const { t } = usePage();
  if (view.files.length === 0) return null;
  return (
    <section class="card stack t" id="quality">
      <h2>
        {t('review.machine.quality')} {view.faults.length > 0 && <span class="mut">{view.faults.length}</span>}
      </h2>
      <Faults faults={view.faults} />
      {view.faults.length === 0 && (
        <p class="row c-ok">
          <Icon name="okc" />
          {t('review.machine.qualityOk')}
        </p>
      )}
      {view.files.map((file) => (
        <FileChecks file={file} />
      ))}
    </section>
  );
}

function FileChecks({ file }: { file: FileView }) {
  const { t } = usePage();
  const failed = file.checks.filter(({ passed }) => passed === false).length;
  const measured = { label: t('qc.measured') };
  const limit = { label: t('qc.wanted') };
  return (
    <details>
      <summary>
        <span class="mut">{file.preset}</span> ·{' '}
        {failed > 0
          ? t('qc.someFail', { n: failed, all: file.checks.length })
          : t('qc.allPass', { n: file.checks.length })}
      </summary>
      <Table columns={[{ label: t('qc.check') }, measured, limit]} caption={t('qc.checksOf', { preset: file.preset })}>
        {file.checks.map((check) => (
          <tr>
            <th scope="row">
              <span class={`row ${VERDICTS[`${check.passed}`].class}`}>
                <Icon name={VERDICTS[`${check.passed}`].icon} />
                <span>
                  <span class="vh">{t(VERDICTS[`${check.passed}`].said)} </span>
                  {check.name}
                </span>
              </span>
            </th>
            <Cell column={measured}>{check.measured}</Cell>
            <Cell column={limit}>{check.limit}</Cell>
          </tr>
        ))}
      </Table>
    </details>
  );
}

const VERDICTS = {
  true: { icon: 'okc', class: 'c-ok', said: 'qc.passed' },
  false: { icon: 'xc', class: 'c-bad', said: 'qc.failed' },
  null: { icon: 'off', class: 'mut', said: 'qc.open' },
} as const;
