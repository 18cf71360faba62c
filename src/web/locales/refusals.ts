import { messages } from './messages.ts';

export const refusals = messages(
  {
    'clip.refused.cut': 'यह फ़िल्म पूरी नहीं पहुँची। गैलरी में चलाकर देखें, फिर दोबारा चुनें।',
    'clip.refused.notFilm': 'यह फ़िल्म नहीं है। वीडियो वाली फ़ाइल चुनें।',
    'clip.refused.noPicture': 'इसमें सिर्फ़ आवाज़ है। तस्वीर वाली फ़िल्म चुनें।',
    'clip.refused.short': 'फ़िल्म {n} सेकंड की है। कम से कम 10 सेकंड की बनाएँ।',
    'clip.refused.long': 'फ़िल्म 30 मिनट से लंबी है। काम का हिस्सा काटकर भेजें।',
    'clip.refused.big': 'फ़िल्म 2 GB से बड़ी है। छोटा हिस्सा भेजें।',
    'review.refused.own': 'यह स्पॉट आपने भेजा है। मंज़ूरी किसी दूसरे साथी से लें।',
    'review.refused.noCableConsent': 'केबल टीवी की सहमति नहीं है, इसलिए मंज़ूर नहीं हो सकता। ज़िले से सहमति मँगाएँ।',
    'clip.refused.empty': 'यह फ़ाइल ख़ाली है। गैलरी में चलाकर देखें, फिर दोबारा चुनें।',
    'clip.refused.neverCame': 'यह फ़िल्म पूरी नहीं पहुँची। गैलरी से दोबारा चुनें।',
    'review.refused.notMade': 'फ़िल्में अभी बन रही हैं। पूरी होते ही मंज़ूर कर सकेंगे।',
    'review.refused.qc': '{preset} फ़ाइल गुणवत्ता जाँच में नहीं टिकी। कारण देखें और वापस भेजें।',
  },
  {
    'clip.refused.cut': 'This film did not arrive whole. Play it in your gallery, then choose it again.',
    'clip.refused.notFilm': 'This is not a film. Choose a video file.',
    'clip.refused.noPicture': 'This has sound only. Choose a film with a picture.',
    'clip.refused.short': 'The film is {n} seconds. Make at least 10 seconds.',
    'clip.refused.long': 'The film is longer than 30 minutes. Cut the useful part and send it.',
    'clip.refused.big': 'The film is over 2 GB. Send a shorter part.',
    'review.refused.own': 'You sent this spot. A second person must approve it.',
    'review.refused.noCableConsent':
      'There is no consent for cable TV, so it can’t be approved. Ask the district for it.',
    'clip.refused.empty': 'This file is empty. Play it in your gallery, then choose it again.',
    'clip.refused.neverCame': 'This film never arrived whole. Choose it again from the gallery.',
    'review.refused.notMade': 'The films are still being made. You can approve when they are done.',
    'review.refused.qc': 'The {preset} file failed its quality check. See why, and send the spot back.',
  },
);
