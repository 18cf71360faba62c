/** On a projector the arrow keys and a presenter's page keys turn one block at a time. */
export function turnByKeys(main: HTMLElement): void {
  document.addEventListener('keydown', (event) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const blocks = [...main.children];
    const here = blocks.findIndex((block) => block.getBoundingClientRect().bottom > window.innerHeight / 2);
    blocks[Math.min(blocks.length - 1, Math.max(0, here + step))]?.scrollIntoView();
  });
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  PageDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageUp: -1,
};
