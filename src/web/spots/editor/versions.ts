import type { keeper } from './keep.ts';

/** Every form of the page speaks of the version that is in store now: what we saved ourselves is no conflict. */
export function followVersion(version: number): void {
  for (const field of document.querySelectorAll<HTMLInputElement>('input[name=version]')) field.value = String(version);
}

/**
 * The spot's own acts and the whole text wait for the edit that is still under way. After somebody else's change they
 * go all the same: the server answers with the newer spot and what was typed.
 */
export function sendAfterSaving(spotForm: HTMLFormElement, kept: ReturnType<typeof keeper>): void {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.elements.namedItem('version')) return;
    const target = event.submitter?.getAttribute('formaction');
    if (form === spotForm && !target) return;
    event.preventDefault();
    void kept.flush().then((saved) => {
      if (!saved && !kept.stale()) return;
      if (target) form.action = target;
      form.submit();
    });
  });
}
