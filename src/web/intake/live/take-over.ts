/**
 * Takes over from a fresh drawing of this page what may have changed: parts marked `data-part`, and the cards of a list
 * (`data-cards`, each with `data-card`). What is the same stays the same element, so that nothing flickers and no focus is lost.
 */
export function takeOver(fresh: Document): void {
  const [now, then] = [stateOf(fresh), stateOf(document)];
  // A spot that may not be edited here has nothing to lose: the whole page is drawn anew.
  if (now !== then && !document.querySelector('[data-editable]')) {
    location.reload();
    return;
  }
  // Somebody is at work here: the newer page is offered.
  if (now !== then) document.querySelector('[data-newer]')?.removeAttribute('hidden');
  for (const part of document.querySelectorAll<HTMLElement>('[data-part]')) {
    const other = fresh.querySelector<HTMLElement>(`[data-part="${part.dataset['part']}"]`);
    if (other && other.outerHTML !== part.outerHTML) replaceKeepingFocus(part, other);
  }
  const [list, other] = [document.querySelector('[data-cards]'), fresh.querySelector('[data-cards]')];
  if (list && other) takeCards(list, other);
  // The first clip has come, or the last one gone: another page.
  else if (list || other) location.reload();
}

function stateOf(page: Document): string | undefined {
  return page.querySelector<HTMLElement>('[data-state]')?.dataset['state'];
}

function takeCards(list: Element, fresh: Element): void {
  const old = new Map([...list.children].map((card) => [keyOf(card), card]));
  const cards = [...fresh.children].map((card) => {
    const before = old.get(keyOf(card));
    if (!before) return card;
    if (withoutBar(before) === withoutBar(card)) return before;
    // The picture that is shown already is not fetched again.
    const [picture, same] = [before.querySelector('.pos'), card.querySelector('.pos')];
    if (picture && same && picture.innerHTML === same.innerHTML) same.replaceWith(picture);
    return card;
  });
  const focused = document.activeElement instanceof HTMLAnchorElement ? document.activeElement : undefined;
  const [href, inside] = [focused?.getAttribute('href'), focused && list.contains(focused)];
  // Elements that stand right are left alone: moving one would stop what is played or typed in it.
  cards.forEach((card, at) => {
    if (list.children[at] !== card) list.insertBefore(card, list.children[at] ?? null);
  });
  for (const card of [...list.children].slice(cards.length)) card.remove();
  if (inside && href && document.activeElement === document.body)
    list.querySelector<HTMLElement>(`a[href="${CSS.escape(href)}"]`)?.focus();
}

function keyOf(card: Element): string | undefined {
  return card instanceof HTMLElement ? card.dataset['card'] : undefined;
}

/** A card as it is drawn, but for how far its bar has come: that moves by itself. */
function withoutBar(card: Element): string {
  const copy = card.cloneNode(true) as Element;
  for (const bar of copy.querySelectorAll('progress')) bar.replaceWith('bar');
  for (const words of copy.querySelectorAll('[data-left], [data-note]')) words.replaceWith('words');
  return copy.outerHTML;
}

function replaceKeepingFocus(part: HTMLElement, fresh: HTMLElement): void {
  const focused = part.contains(document.activeElement);
  part.replaceWith(fresh);
  if (focused) (fresh.matches('a, button') ? fresh : fresh.querySelector<HTMLElement>('a, button'))?.focus();
}
