/** One part's messages: Hindi is the source, English must have exactly its keys (a missing one is a type error). */
export function messages<const H extends Readonly<Record<string, string>>>(
  hi: H,
  en: { readonly [K in keyof H]: string },
): {
  readonly hi: Readonly<Record<keyof H & string, string>>;
  readonly en: Readonly<Record<keyof H & string, string>>;
} {
  return { hi, en };
}
