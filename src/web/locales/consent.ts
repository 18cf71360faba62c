import { messages } from './messages.ts';

export const consent = messages(
  {
    'who.nameMissing': 'हितग्राही का नाम लिखें।',
    'who.schemeMissing': 'एक योजना चुनें।',
    'who.schemeNone': '“{text}” नाम की योजना नहीं मिली। वर्तनी बदलें या “सब योजनाएँ” देखें।',
    'consent.futureDate': 'यह तारीख आगे की है। आज या पहले की तारीख लिखें, जैसे {today}।',
    'consent.photoDim': 'फ़ोटो में दस्तख़त नहीं दिख रहे। रोशनी में फिर खींचें।',
    'consent.noCable': 'केबल टीवी की अनुमति के बिना स्पॉट मंज़ूर नहीं होगा।',
    'consent.guardian': '18 से कम उम्र है: माता-पिता या अभिभावक की सहमति भी चाहिए।',
    'consent.withdraw': 'हितग्राही कभी भी मना कर सकते हैं। फ़िल्म उसी दिन हर चैनल से हटेगी।',
  },
  {
    'who.nameMissing': 'Write the beneficiary’s name.',
    'who.schemeMissing': 'Choose a scheme.',
    'who.schemeNone': 'No scheme called “{text}”. Change the spelling or see “All schemes”.',
    'consent.futureDate': 'This date is in the future. Write today or earlier, like {today}.',
    'consent.photoDim': 'The signature cannot be seen. Take the photo again in light.',
    'consent.noCable': 'Without permission for cable TV the spot cannot be approved.',
    'consent.guardian': 'Under 18: a parent’s or guardian’s consent is needed too.',
    'consent.withdraw': 'The beneficiary may say no at any time. The film leaves every channel that day.',
  },
);
