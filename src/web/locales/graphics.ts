import { messages } from './messages.ts';

export const graphics = messages(
  {
    'graphics.refused.nameTooLong': 'नाम पट्टी में नहीं आता: “{text}”। नाम का वही रूप लिखें जो फ़िल्म में दिखाना है।',
    'graphics.refused.placeTooLong': 'जगह का नाम पट्टी में नहीं आता: “{text}”। गाँव और ज़िला, बस इतना लिखें।',
    'graphics.refused.benefitTooLong': 'लाभ की पंक्ति पट्टी में नहीं आती: “{text}”। कुछ शब्द कम करें।',
    'graphics.refused.schemeTooLong': 'योजना का नाम फ़िल्म में नहीं आता: “{text}”। योजनाओं की सूची में उसका छोटा रूप जोड़ें।',
    'graphics.refused.departmentTooLong': 'विभाग का नाम फ़िल्म में नहीं आता: “{text}”। छोटा रूप लिखें।',
    'graphics.refused.helplineTooLong': 'हेल्पलाइन नंबर फ़िल्म में नहीं आता: “{text}”। एक ही नंबर लिखें।',
    'graphics.refused.officeTooLong': 'आवेदन की जगह का नाम फ़िल्म में नहीं आता: “{text}”। छोटा रूप लिखें।',
    'graphics.refused.figureTooLong': 'बड़े अक्षरों की बात पर्दे पर नहीं आती: “{text}”। कुछ शब्द कम करें।',
    'graphics.refused.callTooLong': '“{text}” अंत के कार्ड पर पढ़ने लायक बड़ा नहीं आता। कुछ शब्द कम करें।',
    'look.refused.markMissing':
      'रूप “{look}” में विभाग के चिह्न की तस्वीर ({picture}) नहीं मिली। तस्वीर वापस रखें, या “रूप” के पेज पर चिह्न फिर से चुनें।',
    'look.refused.markNotPng': 'यह PNG तस्वीर नहीं है। विभाग का चिह्न PNG में दें।',
    'look.refused.markBig': 'चिह्न की तस्वीर बहुत बड़ी है। {mb} MB और {most} पिक्सेल से छोटी PNG दें।',
    'look.refused.markSmall': 'चिह्न की तस्वीर बहुत छोटी है। हर ओर कम से कम {least} पिक्सेल की PNG दें।',
    'look.refused.markEmpty': 'इस तस्वीर में कुछ दिखता नहीं; शायद फ़ाइल अधूरी है। उसे फिर से सहेजकर दें।',
    'graphics.refused.tooShort': 'फ़िल्म इतनी छोटी है कि नाम और योजना पढ़े नहीं जा सकेंगे। कम से कम {least} सेकंड रखें।',
    'text.nameLong': 'नाम में {n} अक्षर हैं; फ़िल्म में {most} तक आते हैं। नाम छोटा लिखें।',
    'text.placeLong': 'जगह के नाम में {n} अक्षर हैं; फ़िल्म में {most} तक आते हैं। गाँव और ज़िला, बस इतना लिखें।',
    'text.lineLong': 'इस पंक्ति में {n} अक्षर हैं; फ़िल्म में {most} तक आते हैं। कुछ शब्द कम करें।',
    'graphics.refused.unknownLetter': 'ये चिह्न फ़िल्म में नहीं लिखे जा सकते: {letters}। उन्हें हटाएँ।',
  },
  {
    'graphics.refused.nameTooLong':
      'The name does not fit in its band: “{text}”. Write the form to be shown in the film.',
    'graphics.refused.placeTooLong': 'The place does not fit in its band: “{text}”. Write just village and district.',
    'graphics.refused.benefitTooLong': 'The line about the benefit does not fit: “{text}”. Use fewer words.',
    'graphics.refused.schemeTooLong':
      'The name of the scheme does not fit on the film: “{text}”. Add a shorter form to the list of schemes.',
    'graphics.refused.departmentTooLong':
      'The name of the department does not fit on the film: “{text}”. Write a shorter form.',
    'graphics.refused.helplineTooLong': 'The helpline does not fit on the film: “{text}”. Give one number.',
    'graphics.refused.officeTooLong': 'The place to apply does not fit on the film: “{text}”. Write a shorter form.',
    'graphics.refused.figureTooLong': 'The line in large letters does not fit: “{text}”. Use fewer words.',
    'graphics.refused.callTooLong': '“{text}” does not come out large enough to read on the end card. Use fewer words.',
    'look.refused.markMissing':
      'The picture of the department’s mark ({picture}) that the look “{look}” names is not there. Put it back, or choose the mark again on the page “Looks”.',
    'look.refused.markNotPng': 'This is no PNG picture. Give the department’s mark as a PNG.',
    'look.refused.markBig': 'The mark’s picture is too large. Give a PNG below {mb} MB and {most} pixels.',
    'look.refused.markSmall': 'The mark’s picture is too small. Give a PNG of at least {least} pixels on each side.',
    'look.refused.markEmpty':
      'Nothing is seen in this picture; the file may be cut off. Save it anew and give it again.',
    'graphics.refused.tooShort':
      'The film is too short for name and scheme to be read. Make it at least {least} seconds long.',
    'text.nameLong': 'The name has {n} letters; a film holds {most}. Write it shorter.',
    'text.placeLong': 'The place has {n} letters; a film holds {most}. Write just village and district.',
    'text.lineLong': 'This line has {n} letters; a film holds {most}. Use fewer words.',
    'graphics.refused.unknownLetter': 'These signs cannot be written on a film: {letters}. Take them out.',
  },
);
