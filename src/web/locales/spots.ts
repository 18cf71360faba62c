import { messages } from './messages.ts';

export const spots = messages(
  {
    'caption.unsure': 'यह शब्द साफ़ नहीं सुना: “{word}”। सुनकर जाँचें।',
    'caption.long': 'यह पंक्ति लंबी है। दो भागों में बाँटें।',
    'caption.none': 'आवाज़ से शब्द नहीं बने। यहाँ लिखें, समय हम बिठा देंगे।',
    'spot.state': 'यह अब इस हालत में नहीं है। पेज फिर खोलकर देखें।',
    'spot.locked': 'यह स्पॉट भेजा जा चुका है। बदलने के लिए पहले “वापस लें” दबाएँ।',
    'spot.otherPerson': 'यह क्लिप दूसरे हितग्राही की है। उसी व्यक्ति की क्लिप चुनें।',
    'spot.clipShort': '{length} सेकंड के स्पॉट के लिए क्लिप छोटी पड़ती है। शुरुआत पीछे करें या छोटी लंबाई चुनें।',
    'spot.personalNumber': '“{text}” में लंबा नंबर है (फ़ोन या आधार)। उसे हटाएँ; वह टीवी पर नहीं जा सकता।',
  },
  {
    'caption.unsure': 'This word was not clear: “{word}”. Listen and check.',
    'caption.long': 'This line is long. Split it in two.',
    'caption.none': 'No words could be drafted. Write here; we set the times.',
    'spot.state': 'This has moved on. Open the page again and look.',
    'spot.locked': 'This spot has been sent. Press “Take back” first to change it.',
    'spot.otherPerson': 'This clip is of another beneficiary. Choose a clip of the same person.',
    'spot.clipShort': 'The clip is too short for a {length} s spot. Start earlier or choose a shorter length.',
    'spot.personalNumber': '“{text}” holds a long number (telephone or Aadhaar). Remove it; it must not go on air.',
  },
);
