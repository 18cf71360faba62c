/** Runs inside the browser: what a person with a thumb and a cheap screen would complain of, one line each. */
export function lookAt(phone: boolean): string[] {
  return [...sideways(), ...smallTargets(phone), ...cutText(), ...smallFilms()];

  function sideways(): string[] {
    const { scrollWidth } = document.documentElement;
    if (scrollWidth <= innerWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > innerWidth + 1 && !element.closest('.tw'),
    );
    return [`scrolls sideways: ${scrollWidth} > ${innerWidth}: ${wide.slice(0, 4).map(nameOf).join(', ')}`];
  }

  function smallTargets(onPhone: boolean): string[] {
    const selector = 'a[href], button, summary, select, textarea, input:not([type=hidden]):not([disabled])';
    return [...document.querySelectorAll<HTMLElement>(selector)].filter(isSeen).flatMap((element) => {
      // A link within a sentence or a heading is as high as its line (WCAG 2.5.8: inline).
      if (getComputedStyle(element).display === 'inline') return [];
      const box = targetBox(element);
      // A cell of a wide table on a desk is pointed at, not thumbed: 24 px wide is enough there (WCAG 2.5.8).
      const width = onPhone ? 44 : 24;
      const small = box.height < 43.5 || box.width < width - 0.5;
      return small ? [`small target ${Math.round(box.width)}×${Math.round(box.height)}: ${nameOf(element)}`] : [];
    });
  }

  function targetBox(element: HTMLElement): { width: number; height: number } {
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    const boxes = [element, ...labels.filter(isSeen)].map((one) => one.getBoundingClientRect());
    return {
      width: Math.max(...boxes.map((box) => box.width)),
      height: Math.max(...boxes.map((box) => box.height)),
    };
  }

  // Every line of text must lie within its own box and within whatever clips it.
  function cutText(): string[] {
    const found = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
      const text = walker.currentNode;
      const parent = text.parentElement;
      if (!parent || !text.nodeValue?.trim() || parent.closest('svg, .tw, .cut, .vh, .skip, select, textarea, script'))
        continue;
      if (!isSeen(parent)) continue;
      range.selectNodeContents(text);
      const lines = [...range.getClientRects()];
      const [left, right] = [Math.min(...lines.map((l) => l.left)), Math.max(...lines.map((l) => l.right))];
      for (let box: HTMLElement | null = parent, own = true; box && box !== document.body; box = box.parentElement) {
        const style = getComputedStyle(box);
        if (style.display === 'inline') continue;
        if (own || style.overflowX === 'hidden') {
          const edge = box.getBoundingClientRect();
          if (right > edge.right + 1 || left < edge.left - 1) found.add(`text does not fit: ${nameOf(box)}`);
        }
        own = false;
      }
    }
    return [...found];
  }

  // The film's still and its letters are as wide as the player that they stand in.
  function smallFilms(): string[] {
    return [...document.querySelectorAll('.frame > img')].filter(isSeen).flatMap((image) => {
      const [own, frame] = [image, image.parentElement ?? image].map((one) => one.getBoundingClientRect().width);
      return own === frame ? [] : [`film is ${own} px wide in a player of ${frame}: ${nameOf(image)}`];
    });
  }

  function isSeen(element: Element): boolean {
    const box = element.getBoundingClientRect();
    if (box.width <= 1 || box.height <= 1 || box.bottom < 0) return false;
    const style = getComputedStyle(element);
    return style.visibility !== 'hidden' && !element.closest('details:not([open]) > :not(summary)');
  }

  function nameOf(element: Element): string {
    const text = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40);
    return `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> ${text}`;
  }
}
