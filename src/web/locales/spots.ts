import { messages } from './messages.ts';

export const spots = messages(
  {
    'caption.unsure': 'यह शब्द साफ़ नहीं सुना: “{word}”। सुनकर जाँचें।',
    'caption.long': 'यह पंक्ति लंबी है। दो भागों में बाँटें।',
    'caption.none': 'आवाज़ से शब्द नहीं बने। यहाँ लिखें, समय हम बिठा देंगे।',
  },
  {
    'caption.unsure': 'This word was not clear: “{word}”. Listen and check.',
    'caption.long': 'This line is long. Split it in two.',
    'caption.none': 'No words could be drafted. Write here; we set the times.',
  },
);
