interface FoundScheme {
  readonly code: string;
  readonly names: Readonly<Record<string, readonly string[]>>;
  readonly icon: string | null;
}

const SEARCH_MS = 250;

/** Step 2: the frame's lower third follows what is typed, and schemes are searched while typing. */
export function liveWho(form: HTMLFormElement): void {
  const text = (name: string) => {
    const field = form.elements.namedItem(name);
    return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : '';
  };
  const show = () => {
    const district = form.querySelector<HTMLSelectElement>('select[name=district]')?.selectedOptions[0]?.text ?? '';
    setLive('name', text('name'));
    setLive('place', [text('village'), district].filter(Boolean).join(', '));
    setLive('scheme', form.querySelector('input[name=scheme]:checked')?.parentElement?.textContent ?? '');
    setLive('change-count', String([...text('change')].length));
  };
  form.addEventListener('input', show);
  form.addEventListener('change', show);
  show();
  searchSchemes(form);
}

function searchSchemes(form: HTMLFormElement): void {
  const field = form.querySelector<HTMLInputElement>('input[name=schemeQuery]');
  const chips = form.querySelector<HTMLElement>('[data-live=schemes]');
  if (!field || !chips) return;
  let timer = 0;
  field.addEventListener('keydown', (event) => event.key === 'Enter' && event.preventDefault());
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void find(field, chips), SEARCH_MS);
  });
}

async function find(field: HTMLInputElement, chips: HTMLElement): Promise<void> {
  const asked = field.value;
  const answer = await fetch(`/api/v1/schemes?limit=7&q=${encodeURIComponent(asked)}`);
  if (!answer.ok || asked !== field.value) return;
  const { schemes }: { schemes: FoundScheme[] } = await answer.json();
  const chosen = chips.querySelector<HTMLInputElement>('input:checked')?.closest('label');
  const code = chosen?.querySelector('input')?.value;
  const found = schemes.filter((scheme) => scheme.code !== code).map((scheme) => drawChip(scheme));
  const all = chips.querySelector('button');
  chips.replaceChildren(...(chosen ? [chosen] : []), ...found, ...(all ? [all] : []));
}

function drawChip(scheme: FoundScheme): HTMLLabelElement {
  const [label, input, words] = [
    document.createElement('label'),
    document.createElement('input'),
    document.createElement('span'),
  ];
  label.className = 'chip';
  Object.assign(input, { type: 'radio', name: 'scheme', value: scheme.code });
  const sheet = document.querySelector('use')?.getAttribute('href')?.split('#')[0];
  if (scheme.icon && sheet) words.append(drawIcon(`${sheet}#i-${scheme.icon}`));
  const forms = scheme.names[document.documentElement.lang] ?? [];
  words.append(forms[forms.length - 1] ?? scheme.code);
  label.append(input, words);
  return label;
}

function drawIcon(href: string): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  svg.setAttribute('class', 'i');
  svg.setAttribute('aria-hidden', 'true');
  use.setAttribute('href', href);
  svg.append(use);
  return svg;
}

function setLive(name: string, text: string): void {
  for (const place of document.querySelectorAll(`[data-live="${name}"]`)) place.textContent = text;
}
