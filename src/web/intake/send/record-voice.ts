// A spoken consent takes some fifteen seconds; nobody records for ever by mistake.
const MAX_MS = 120_000;

/** Step 3: records the spoken consent in the page, or offers a file where the browser cannot. */
export function recordVoice(form: HTMLFormElement): void {
  const button = form.querySelector<HTMLButtonElement>('[data-act=record]');
  const input = form.querySelector<HTMLInputElement>('#voice');
  if (!button || !input) return;
  const offerFile = () => input.closest('label')?.classList.remove('unscripted');
  input.addEventListener('change', () => input.files?.[0] && play(form, input.files[0]));
  // Recording needs https or this machine itself, and a browser that can.
  if (!isSecureContext || !navigator.mediaDevices || typeof MediaRecorder === 'undefined') {
    button.hidden = true;
    offerFile();
    return;
  }
  let running: MediaRecorder | undefined;
  button.addEventListener('click', async () => {
    if (running) return running.stop();
    try {
      running = await begin(button, (sound) => {
        running = undefined;
        give(input, sound);
        play(form, sound);
      });
    } catch (cause) {
      // The person or the machine said no to the microphone.
      if (!(cause instanceof DOMException)) throw cause;
      form.querySelector<HTMLElement>('[data-live=mic-refused]')?.removeAttribute('hidden');
      offerFile();
    }
  });
}

async function begin(button: HTMLButtonElement, done: (sound: File) => void): Promise<MediaRecorder> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const recorder = new MediaRecorder(stream);
  const pieces: Blob[] = [];
  const words = button.lastChild;
  recorder.addEventListener('dataavailable', (event) => pieces.push(event.data));
  recorder.addEventListener('stop', () => {
    for (const track of stream.getTracks()) track.stop();
    if (words) words.textContent = button.dataset['again'] ?? '';
    done(new File(pieces, 'voice', { type: recorder.mimeType }));
  });
  recorder.start(1000);
  if (words) words.textContent = button.dataset['stop'] ?? '';
  setTimeout(() => recorder.state === 'recording' && recorder.stop(), MAX_MS);
  return recorder;
}

/** The recording travels with the form like a chosen file. */
function give(input: HTMLInputElement, sound: File): void {
  const carrier = new DataTransfer();
  carrier.items.add(sound);
  input.files = carrier.files;
}

function play(form: HTMLFormElement, sound: File): void {
  const audio = document.createElement('audio');
  audio.controls = true;
  audio.src = URL.createObjectURL(sound);
  form.querySelector('[data-live=recorded]')?.replaceChildren(audio);
}
