import type { Child } from 'hono/jsx';
import type { PageContext } from '../frame/context.ts';
import { FlowPage } from '../frame/page.tsx';
import { Steps } from '../frame/steps.tsx';

const STEPS = ['film', 'who', 'consent'] as const;

/** The three steps of sending a clip. The island `send` carries the upload and keeps what is typed on the phone. */
export function SendFrame(props: {
  context: PageContext;
  step: (typeof STEPS)[number];
  back: string;
  islands: readonly string[];
  children?: Child;
}) {
  const { t } = props.context;
  return (
    <FlowPage
      context={props.context}
      title={`${t('send.title')}: ${t(`send.${props.step}`)}`}
      back={props.back}
      heading={t('send.title')}
      islands={props.islands}
    >
      <Steps names={STEPS.map((step) => t(`send.${step}`))} current={STEPS.indexOf(props.step)} />
      {props.children}
    </FlowPage>
  );
}
