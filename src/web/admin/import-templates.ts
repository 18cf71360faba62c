export const IMPORT_KINDS = ['people', 'operators', 'channels'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** One row each that shows the form; the ids are nobody's. */
export const TEMPLATES: Readonly<Record<ImportKind, string>> = {
  people: 'लॉगिन,नाम,काम,जगह\r\nexample.person,उदाहरण नाम,ज़िला जनसम्पर्क,उज्जैन\r\n',
  operators:
    'पहचान,नाम,अंग्रेज़ी नाम,ज़िला,फ़ोन,फ़ाइल,प्लेलिस्ट\r\nexample-cable,उदाहरण केबल,Example Cable,उज्जैन,,sd-mpeg2,m3u8\r\n',
  channels:
    'पहचान,ऑपरेटर,नाम,ज़िला,निशान,ब्रेक\r\nexample-channel,example-cable,उदाहरण चैनल,उज्जैन,local,18:58:00/120/prime; 20:58:00/120/prime\r\n',
};
