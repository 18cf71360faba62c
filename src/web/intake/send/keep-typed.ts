type Kept = Record<string, string | string[]>;

const keyOf = (form: HTMLFormElement) => `prerna:typed:${new URL(form.action).pathname}`;

/** Puts back what was typed into this form before a reload, and keeps what is typed from now on. */
export function keepTyped(form: HTMLFormElement): void {
  putBack(form, readKept(form));
  form.addEventListener('input', () => {
    const kept: Kept = {};
    for (const field of fieldsOf(form)) {
      if (field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox')) {
        const chosen = kept[field.name] ?? [];
        if (Array.isArray(chosen)) kept[field.name] = field.checked ? [...chosen, field.value] : chosen;
      } else kept[field.name] = field.value;
    }
    localStorage.setItem(keyOf(form), JSON.stringify(kept));
  });
}

/** The service has it: nobody else who picks up this phone shall read it. */
export function forgetTyped(form: HTMLFormElement): void {
  localStorage.removeItem(keyOf(form));
}

function putBack(form: HTMLFormElement, kept: Kept): void {
  for (const field of fieldsOf(form)) {
    const value = kept[field.name];
    if (value === undefined) continue;
    if (!Array.isArray(value)) field.value = value;
    else if (field instanceof HTMLInputElement) {
      field.checked = value.includes(field.value);
      if (field.checked && field.type === 'radio') field.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }
}

function fieldsOf(form: HTMLFormElement) {
  return [...form.elements].filter(
    (field): field is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement =>
      (field instanceof HTMLInputElement && field.type !== 'hidden' && field.type !== 'file') ||
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement,
  );
}

function readKept(form: HTMLFormElement): Kept {
  const text = localStorage.getItem(keyOf(form));
  return text === null ? {} : JSON.parse(text);
}
