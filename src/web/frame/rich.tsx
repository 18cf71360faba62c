/** A sentence in which **stars** mark what is bold. The words of people in it are escaped like any text. */
export function Rich(props: { text: string }) {
  return <>{props.text.split('**').map((part, index) => (index % 2 === 1 ? <b>{part}</b> : part))}</>;
}
