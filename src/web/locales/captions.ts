import { messages } from './messages.ts';

export const captions = messages(
  {
    'captions.fault.tooFast': 'कैप्शन {n} इतनी जल्दी जाता है कि पढ़ा नहीं जाएगा। शब्द कम करें या देर तक रखें।',
    'captions.fault.tooShort': 'कैप्शन {n} एक सेकंड से भी कम दिखता है। देर तक रखें।',
    'captions.fault.tooLong': 'कैप्शन {n} 7 सेकंड से ज़्यादा खड़ा रहता है। दो भागों में बाँटें।',
    'captions.fault.tooWide': 'कैप्शन {n} दो पंक्तियों में नहीं आता। दो भागों में बाँटें।',
    'captions.fault.outside': 'कैप्शन {n} फ़िल्म ख़त्म होने के बाद तक है।',
    'captions.fault.overlap': 'कैप्शन {n} अगले कैप्शन के शुरू होने के बाद भी दिखता है।',
    'captions.fault.number': 'कैप्शन {n} में किसी का फ़ोन या आधार नंबर लगता है। उसे हटाएँ, फिर भेजें।',
    'captions.fault.unknownLetter': 'कैप्शन {n} में ऐसा चिह्न है जो फ़िल्म में नहीं लिखा जा सकता। उसे हटाएँ।',
    'captions.fault.tooMuchText': 'कैप्शन {n} में 200 से ज़्यादा अक्षर हैं। दो भागों में बाँटें।',
    'captions.fault.tooManyCues': '500 से ज़्यादा कैप्शन हैं। एक फ़िल्म में इतने नहीं आते।',
  },
  {
    'captions.fault.tooFast': 'Caption {n} goes by too fast to be read. Use fewer words or let it stand longer.',
    'captions.fault.tooShort': 'Caption {n} shows for less than a second. Let it stand longer.',
    'captions.fault.tooLong': 'Caption {n} stands for more than 7 seconds. Split it in two.',
    'captions.fault.tooWide': 'Caption {n} does not fit on two lines. Split it in two.',
    'captions.fault.outside': 'Caption {n} lasts beyond the end of the film.',
    'captions.fault.overlap': 'Caption {n} still shows when the next one begins.',
    'captions.fault.number': 'Caption {n} seems to hold somebody’s phone or Aadhaar number. Take it out, then send.',
    'captions.fault.unknownLetter': 'Caption {n} holds a sign that cannot be written on a film. Take it out.',
    'captions.fault.tooMuchText': 'Caption {n} has more than 200 letters. Split it in two.',
    'captions.fault.tooManyCues': 'There are more than 500 captions. One film does not hold so many.',
  },
);
