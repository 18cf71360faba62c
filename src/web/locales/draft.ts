import { messages } from './messages.ts';

export const draft = messages(
  {
    'draft.why.title': 'यह हिस्सा क्यों चुना गया',
    'draft.why.marked': 'जो हिस्सा बताया गया, वही लिया गया ({from}–{to} सेकंड)।',
    'draft.why.whole': 'पूरी क्लिप ली गई ({from}–{to} सेकंड)।',
    'draft.why.sentences': 'यहाँ वाक्य पूरे हैं: {from} से {to} सेकंड तक।',
    'draft.why.breath': 'वाक्य लंबा है; हिस्सा साँस लेने की जगह पर रुकता है ({from}–{to} सेकंड)।',
    'draft.why.cutSentence': 'बोलना बीच में कहीं नहीं रुकता, इसलिए एक वाक्य कट जाता है ({from}–{to} सेकंड)।',
    'draft.why.noSpeech': 'बोली नहीं मिली; हिस्सा तस्वीर देखकर चुना गया ({from}–{to} सेकंड)।',
    'draft.why.headDropped': 'शुरू की छोटी बात (“चालू है?” जैसी) छोड़ दी गई।',
    'draft.why.faceSeen': 'इस हिस्से में चेहरा दिखता है।',
    'draft.why.avoided.black': 'काली तस्वीर वाला हिस्सा छोड़ा गया।',
    'draft.why.avoided.covered': 'जहाँ कैमरा ढका था, वह हिस्सा छोड़ा गया।',
    'draft.why.avoided.frozen': 'रुकी हुई तस्वीर वाला हिस्सा छोड़ा गया।',
    'draft.why.avoided.blurred': 'धुँधला हिस्सा छोड़ा गया।',
    'draft.why.avoided.shaky': 'बहुत हिलता हुआ हिस्सा छोड़ा गया।',
    'draft.byLevel': 'बोली केवल आवाज़ के स्तर से पहचानी गई; शोर भी बोली समझा जा सकता है।',
    'draft.facesUnseen': 'चेहरे नहीं खोजे जा सके; हिस्सा बोली और तस्वीर की सफ़ाई से चुना गया।',
    'draft.lies': 'व्यक्ति तस्वीर में सीधा नहीं, लेटा हुआ दिखता है: लगता है फ़ाइल का घुमाव ग़लत है। गैलरी में सीधा करके फिर भेजें।',
    'film.warn.lies': 'व्यक्ति तस्वीर में सीधा नहीं, लेटा हुआ दिखता है: लगता है फ़ाइल का घुमाव ग़लत है। क्लिप सीधी करके फिर बनाएँ।',
    'film.warn.speechByLevel': 'बोली पहचानने का मॉडल नहीं खुला; केवल आवाज़ के स्तर से काम चला। prerna doctor बताएगा क्या करें।',
    'film.warn.facesUnseen': 'चेहरे पहचानने का मॉडल नहीं खुला; चेहरे नहीं खोजे गए। prerna doctor बताएगा क्या करें।',
    'film.warn.partShorter': 'चुना हुआ हिस्सा {have} सेकंड का है, इसलिए स्पॉट {want} की जगह {length} सेकंड का बना।',
    'film.warn.shorter': 'क्लिप {have} सेकंड की है, इसलिए स्पॉट {want} की जगह {length} सेकंड का बना।',
  },
  {
    'draft.why.title': 'Why this part was chosen',
    'draft.why.marked': 'The part that was marked was taken ({from}–{to} s).',
    'draft.why.whole': 'The whole clip was taken ({from}–{to} s).',
    'draft.why.sentences': 'The sentences are whole here: from {from} to {to} s.',
    'draft.why.breath': 'The sentence is long; the part ends on a breath ({from}–{to} s).',
    'draft.why.cutSentence': 'The speaking never pauses, so a sentence is cut off ({from}–{to} s).',
    'draft.why.noSpeech': 'No speech was found; the part was chosen by its picture ({from}–{to} s).',
    'draft.why.headDropped': 'The short words at the start (“is it recording?”) were left out.',
    'draft.why.faceSeen': 'The face is seen in this part.',
    'draft.why.avoided.black': 'A black stretch was left out.',
    'draft.why.avoided.covered': 'A stretch with the camera covered was left out.',
    'draft.why.avoided.frozen': 'A frozen stretch was left out.',
    'draft.why.avoided.blurred': 'A blurred stretch was left out.',
    'draft.why.avoided.shaky': 'A very shaky stretch was left out.',
    'draft.byLevel': 'Speech was told by loudness alone; noise may be taken for speech.',
    'draft.facesUnseen': 'Faces could not be looked for; the part was chosen by speech and a clear picture.',
    'draft.lies':
      'The person lies on the side or stands on the head: the film’s own turn seems wrong. Turn it in the gallery and send it again.',
    'film.warn.lies':
      'The person lies on the side or stands on the head: the film’s own turn seems wrong. Turn the clip upright and make it again.',
    'film.warn.speechByLevel':
      'The model for speech could not be opened; speech was told by loudness alone. prerna doctor says what to do.',
    'film.warn.facesUnseen':
      'The model for faces could not be opened; faces were not looked for. prerna doctor says what to do.',
    'film.warn.partShorter':
      'The chosen part is {have} seconds long, so the spot became {length} seconds instead of {want}.',
    'film.warn.shorter': 'The clip is {have} seconds long, so the spot became {length} seconds instead of {want}.',
  },
);
