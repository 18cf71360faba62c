import { usePage } from './context.ts';

const DEVANAGARI = /\p{Script=Devanagari}/u;

/** Words typed by people: marked as Hindi on an English page, so that readers aloud speak them rightly. */
export function Words(props: { text: string }) {
  if (usePage().language === 'en' && DEVANAGARI.test(props.text)) return <span lang="hi">{props.text}</span>;
  return <>{props.text}</>;
}
