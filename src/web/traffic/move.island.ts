// Dragging a play on a channel's day: dropped on a break it goes there, dropped on a day it keeps its break. Both send the
// same form as "move to…", which is the way for keyboards, phones and browsers without script.
for (const play of document.querySelectorAll<HTMLElement>('[data-move]')) {
  play.addEventListener('dragstart', (event) => {
    event.dataTransfer?.setData('text/plain', play.dataset['move'] ?? '');
    if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
    dragged = play;
  });
  play.addEventListener('dragend', () => {
    dragged = undefined;
  });
}

let dragged: HTMLElement | undefined;

for (const place of document.querySelectorAll<HTMLElement>('[data-drop-day]')) {
  place.addEventListener('dragover', (event) => {
    if (!dragged || place.contains(dragged)) return;
    event.preventDefault();
    place.classList.add('drop');
  });
  place.addEventListener('dragleave', () => place.classList.remove('drop'));
  place.addEventListener('drop', (event) => {
    event.preventDefault();
    const own = dragged?.closest<HTMLElement>('[data-drop-break]')?.dataset['dropBreak'];
    const [day, adBreak] = [place.dataset['dropDay'], place.dataset['dropBreak'] ?? own];
    if (dragged?.dataset['move'] && day && adBreak) send(dragged.dataset['move'], { day, break: adBreak });
  });
}

function send(action: string, fields: Readonly<Record<string, string>>): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = action;
  const token = document.querySelector<HTMLMetaElement>('meta[name=csrf-token]')?.content ?? '';
  for (const [name, value] of Object.entries({ _csrf: token, ...fields })) {
    const input = document.createElement('input');
    input.type = 'hidden';
    input.name = name;
    input.value = value;
    form.append(input);
  }
  document.body.append(form);
  form.submit();
}
