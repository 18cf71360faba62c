import { messages } from './messages.ts';

export const airing = messages(
  {
    'mark.planned': 'तय',
    'mark.aired': 'चला',
    'mark.proved': 'प्रमाणित',
    'mark.missing': 'नहीं चला',
    'mark.unknown': 'अभी पता नहीं',
    'mark.noLog': 'ऑपरेटर की सूची नहीं आई',
    'airing.missingRule': '“नहीं चला” तभी लिखा जाता है जब रिकॉर्डिंग उस पूरे समय की हो।',
    'import.understood': '{n} पंक्तियाँ समझ में आईं, {m} में आपका जवाब चाहिए।',
    'import.undo': 'यह पूरी फ़ाइल वापस ली जा सकती है।',
  },
  {
    'mark.planned': 'Planned',
    'mark.aired': 'Aired',
    'mark.proved': 'Proved',
    'mark.missing': 'Not aired',
    'mark.unknown': 'Not known yet',
    'mark.noLog': 'No list from the operator yet',
    'airing.missingRule': '“Not aired” is written only when the recording covers the whole time.',
    'import.understood': '{n} rows understood, {m} need your answer.',
    'import.undo': 'This whole file can be taken back.',
  },
);
