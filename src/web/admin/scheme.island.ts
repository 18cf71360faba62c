// A scheme's form: the colour as films will show it while it is chosen; a changed fact asks when it was read.
import { type ColourRule, judgeColour } from './scheme-colour.ts';

const card = document.querySelector<HTMLElement>('[data-colour-rules]');
const colour = card?.querySelector<HTMLInputElement>('input[type=color]');
if (card && colour) {
  const rules: ColourRule[] = JSON.parse(card.dataset['colourRules'] ?? '[]');
  colour.addEventListener('input', () => drawColours(card, colour.value.toUpperCase(), rules));
}
askAgain();

function drawColours(card: HTMLElement, hue: string, rules: readonly ColourRule[]): void {
  for (const verdict of judgeColour(hue, rules)) {
    const figure = card.querySelector(`[data-look="${CSS.escape(verdict.look)}"]`);
    const part = (name: string) => figure?.querySelector<HTMLElement>(`[data-live=${name}]`);
    part('ground')?.setAttribute('fill', verdict.ground);
    part('text')?.setAttribute('fill', verdict.text);
    for (const [name, text] of [
      ['ground-name', verdict.ground],
      ['contrast', verdict.contrast],
    ] as const) {
      const place = part(name);
      if (place) place.textContent = text;
    }
    part('kept')?.toggleAttribute('hidden', !verdict.kept);
    part('moved')?.toggleAttribute('hidden', verdict.kept);
  }
}

/** What goes on air was changed: the day on which it was read is asked anew. */
function askAgain(): void {
  const day = document.querySelector<HTMLInputElement>('#checkedOn');
  const why = document.querySelector<HTMLElement>('[data-live=check-again]');
  const facts = [...document.querySelectorAll<HTMLInputElement>('[data-on-air] input')];
  if (!day || !why) return;
  const before = { day: day.value, facts: facts.map((fact) => fact.value) };
  const look = () => {
    const changed = facts.some((fact, at) => fact.value.trim() !== '' && fact.value !== before.facts[at]);
    if (changed && day.value === before.day && before.day !== day.max) day.value = '';
    if (!changed && day.value === '') day.value = before.day;
    why.hidden = !changed || day.value !== '';
    day.required = changed;
  };
  for (const field of [...facts, day]) field.addEventListener('change', look);
}
