import { messages } from './messages.ts';

export const intake = messages(
  {
    'upload.progress': '{total} में से {sent} · {time} बाकी',
    'upload.keepWriting': 'आप आगे लिखते रहें। लाइन कटे तो भी काम नहीं खोएगा।',
    'upload.paused': 'रुकी हुई है। “चालू करें” दबाएँ, वहीं से आगे जाएगी।',
    'upload.waitingLine': 'इंटरनेट नहीं है। आते ही अपने आप चलेगी।',
    'upload.pickSame': 'वही फ़ाइल फिर चुनें: {name}। जितनी जा चुकी, वह दोबारा नहीं जाएगी।',
    'upload.otherFile': 'यह दूसरी फ़ाइल है। {name} चुनें, या नई क्लिप भेजें।',
    'upload.received': 'क्लिप मिल गई। नंबर: {number}',
    'upload.duplicate': 'यह क्लिप पहले से है: {number}। उसी को खोलें।',
    'clip.warn.silent': 'आवाज़ नहीं मिली। चाहें तो ऐसे ही भेजें; कैप्शन आप लिखेंगे।',
    'clip.warn.pixelShape':
      'फ़ाइल पिक्सेल का जो अनुपात बताती है, वह किसी कैमरे का नहीं होता; उसे नहीं माना गया। देखें कि चेहरा खिंचा तो नहीं दिखता।',
    'clip.warn.squeezed': 'WhatsApp ने फ़िल्म छोटी कर दी है। मूल मिल सके तो “डॉक्यूमेंट” बनाकर मँगाएँ।',
    'clip.warn.dark': 'तस्वीर अँधेरी है। हो सके तो रोशनी में फिर बनाएँ।',
  },
  {
    'upload.progress': '{sent} of {total} · {time} left',
    'upload.keepWriting': 'Keep writing. If the line drops, nothing is lost.',
    'upload.paused': 'Paused. Press “Resume”; it goes on from there.',
    'upload.waitingLine': 'No internet. It goes on by itself when it is back.',
    'upload.pickSame': 'Choose the same file again: {name}. What was sent is not sent twice.',
    'upload.otherFile': 'This is another file. Choose {name}, or send a new clip.',
    'upload.received': 'Clip received. Number: {number}',
    'upload.duplicate': 'This clip is already here: {number}. Open that one.',
    'clip.warn.silent': 'No sound found. You may send it so; you will write the captions.',
    'clip.warn.pixelShape':
      'The file names a pixel shape that no camera makes; it was left out of account. See that the face is not drawn out.',
    'clip.warn.squeezed': 'WhatsApp has shrunk this film. If you can, ask for the original, sent “as document”.',
    'clip.warn.dark': 'The picture is dark. If you can, film again in light.',
  },
);
